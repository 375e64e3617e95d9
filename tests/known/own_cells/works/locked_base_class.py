class Shape:
    def area(self): raise NotImplementedError
    def describe(self): return f"{type(self).__name__} of {self.area()}"
# --- answer ---
class Square(Shape):
    def __init__(self, a): self.a = a
    def area(self): return self.a ** 2
# --- tests ---
s = Square(3)
assert s.area() == 9
assert isinstance(s, Shape) and issubclass(Square, Shape) and Square.__bases__ == (Shape,)
assert s.describe() == "Square of 9"
