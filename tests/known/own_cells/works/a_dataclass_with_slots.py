from dataclasses import dataclass


@dataclass(slots=True)
class Point:
    x: float
    y: float = 0.0


# --- answer ---
def kind(point):
    match point:
        case Point(x=0, y=0):
            return "origin"
        case Point():
            return "point"
    return "?"


def moved(point, by):
    return Point(point.x + by, point.y)


def shift(point, by):
    point.x += by


# --- tests ---
assert kind(Point(0, 0)) == "origin" and kind(Point(1)) == "point" and kind(3) == "?"
assert moved(Point(1, 2), 3) == Point(4, 2)
point = Point(1)
shift(point, 2)
assert point == Point(3)
