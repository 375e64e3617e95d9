from abc import ABC, abstractmethod
class Shape(ABC):
    count = 0
    @abstractmethod
    def area(self): ...
    def describe(self): return f"{type(self).__name__} of {self.area()}"
class Low(ValueError):
    def __init__(self, have, want):
        super().__init__(f"{have} < {want}")
        self.missing = want - have
class Node:
    def __init__(self, value, left=None, right=None):
        self.value, self.left, self.right = value, left, right
START = Node(5)
# --- answer ---
class Square(Shape):
    def __init__(self, a): self.a = a; Shape.count += 1
    def area(self): return self.a ** 2
class VeryLow(Low): pass
def pay(have, want):
    if want > 10 * have: raise VeryLow(have, want)
    if want > have: raise Low(have, want)
    return have - want
def insert(root, value):
    if root is None: return Node(value)
    if value < root.value: root.left = insert(root.left, value)
    else: root.right = insert(root.right, value)
    return root
def build(values):
    root = None
    for v in values: root = insert(root, v)
    return root
def invert(root):
    if root is not None: root.left, root.right = invert(root.right), invert(root.left)
    return root
# --- tests ---
s = Square(3)
assert s.area() == 9 and s.describe() == "Square of 9"
assert isinstance(s, Shape) and issubclass(Square, Shape)
try: Shape(); assert False
except TypeError: pass
try: pay(1, 3); assert False
except Low as e: assert e.missing == 2 and str(e) == "1 < 3", (e.missing, str(e))
try: pay(1, 30); assert False
except Low as e: assert e.missing == 29
t = build([4, 2, 6, 1])
assert t.value == 4 and t.left.value == 2 and t.left.left.value == 1 and type(t) is Node
r = Node(3); r2 = insert(r, 1)
assert r2 is r and r.left.value == 1 and r.left is r2.left
insert(START, 7); assert START.right.value == 7
t2 = invert(t)
assert t2 is t and t.right.value == 2 and t.left.value == 6
def size(n): return 0 if n is None else 1 + size(n.left) + size(n.right)
assert size(t) == 4
big = build(range(40))
assert size(big) == 40
