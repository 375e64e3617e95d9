import functools


class Animal:
    def __init__(self, name):
        self.name = name


# --- answer ---
def made(kind, name):
    return kind(name.title())


def is_name(text):
    return text.isalpha()


for name, method in (("made", classmethod(made)), ("is_name", staticmethod(is_name))):
    setattr(Animal, name, method)
Animal.loud = property(lambda self: self.name.upper())
Animal.__lt__ = lambda self, other: self.name < other.name
Animal.__eq__ = lambda self, other: self.name == other.name
functools.total_ordering(Animal)

# --- tests ---
rex = Animal.made("rex")
assert type(rex) is Animal and rex.name == "Rex" and rex.loud == "REX"
assert Animal.is_name("rex") and not rex.is_name("r2") and isinstance(vars(Animal)["is_name"], staticmethod)
assert sorted([rex, Animal("Bo")])[0].name == "Bo" and rex >= Animal("Bo")
