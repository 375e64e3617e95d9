# --- beside.py ---
class Shape:
    def area(self):
        return 0
# --- end ---
# --- answer ---
from beside import Shape


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side**2


class Car:
    pass
# --- tests ---
from beside import Shape

assert isinstance(Square(2), Shape) and Square(2).area() == 4
assert not isinstance(Car(), Shape)
