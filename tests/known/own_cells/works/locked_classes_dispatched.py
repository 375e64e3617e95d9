class Circle:
    kind = "c"
    def __init__(self, r): self.r = r
class Square:
    kind = "s"
    def __init__(self, a): self.a = a
# --- answer ---
from functools import singledispatch
@singledispatch
def area(s): raise TypeError(type(s))
@area.register
def _(s: Circle): return s.r ** 2 * 3
@area.register
def _(s: Square): return s.a ** 2
# --- tests ---
assert area(Circle(2)) == 12 and area(Square(2)) == 4
