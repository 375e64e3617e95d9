# --- answer ---
from collections import Counter, OrderedDict, deque
class Bag(Counter):
    def most(self): return self.most_common(1)[0][0]
class First(OrderedDict):
    def first(self): return next(iter(self))
class Ring(deque): pass
class Name(str):
    def shout(self): return self.upper() + "!"
class Meters(float):
    def feet(self): return self * 3.28
class Id(int): pass
# --- tests ---
b = Bag("aab")
assert b == {"a": 2, "b": 1} and {"a": 2, "b": 1} == b and b["a"] == 2 and b.most() == "a"
assert b != {"a": 1}
assert First(a=1) == {"a": 1} and First(a=1).first() == "a"
from collections import deque
assert Ring([1, 2]) == deque([1, 2])
assert Name("bo") == "bo" and Name("bo").shout() == "BO!" and isinstance(Name("x"), str)
assert Meters(2.0) == 2.0 and Id(3) == 3 and Id(3) != 4
