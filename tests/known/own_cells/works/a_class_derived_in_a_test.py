class Person:
    def __init__(self, name):
        self.name = name

    def hello(self):
        return "hi " + self.name

    def twice(self):
        return self.hello() * 2


# --- tests ---
class T(Person):
    kind = "t"

    def __init__(self, name, x):
        super().__init__(name)
        self.x = x

    def hello(self):
        return super().hello() + "!"


t = T("A", 3)
assert (
    t.name == "A"
    and t.x == 3
    and t.hello() == "hi A!"
    and t.twice() == "hi A!hi A!"
    and t.kind == "t"
    and T.kind == "t"
)
t.kind = "u"
assert t.kind == "u" and T.kind == "t" and type(t) is T and isinstance(t, Person)


class U(T):
    pass


assert U("B", 1).twice() == "hi B!hi B!"
