class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y
# --- answer ---
def norm(p):
    if not isinstance(p, Point):
        raise TypeError("a Point, please")
    return (p.x ** 2 + p.y ** 2) ** 0.5
# --- tests ---
assert norm(Point(3, 4)) == 5
