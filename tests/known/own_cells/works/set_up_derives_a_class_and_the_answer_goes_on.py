# --- answer ---
class Shape:
    def area(self):
        return 0
    def twice(self):
        return self.area() + self.area()
# --- set-up ---
class Square(Shape):
    def __init__(self, a): self.a = a
    def area(self): return self.a ** 2
shapes = [Square(1), Square(2)]
# --- answer ---
total = 0
for s in shapes: total += s.twice()
# --- tests ---
assert total == 10, total
assert [s.twice() for s in shapes] == [2, 8]
assert isinstance(shapes[0], Shape)
