class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y


# --- answer ---
def added(self, other):
    return Vector(self.x + other.x, self.y + other.y)


Vector.__add__ = added
Vector.__eq__ = lambda self, other: isinstance(other, Vector) and (self.x, self.y) == (other.x, other.y)
Vector.__mul__ = lambda self, by: Vector(self.x * by, self.y * by)
Vector.__contains__ = lambda self, number: number in (self.x, self.y)
Vector.__repr__ = lambda self: f"Vector({self.x}, {self.y})"
Vector.index = lambda self, number: (self.x, self.y).index(number)

# --- tests ---
total = Vector(1, 2) + Vector(3, 4)
assert total == Vector(4, 6) and total != Vector(4, 5) and total != 4 and total * 2 == Vector(8, 12)
assert repr(total) == "Vector(4, 6)" and 5 not in total and total.index(6) == 1
