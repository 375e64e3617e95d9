from abc import ABC, abstractmethod


class Shape(ABC):
    @property
    @abstractmethod
    def area(self): ...
    def __str__(self):
        return f"{type(self).__name__} of area {self.area:.2f}"


def total(ss):
    return sum(s.area for s in ss)


# --- tests ---
import inspect
from abc import ABC

try:
    Shape()
except TypeError:
    pass
else:
    raise AssertionError
assert (
    inspect.isabstract(Shape) and Shape.__abstractmethods__ == frozenset({"area"}) and issubclass(Shape, ABC)
)


class Tri(Shape):
    @property
    def area(self):
        return 0.5


assert total([Tri(), Tri()]) == 1.0 and str(Tri()) == "Tri of area 0.50" and isinstance(Tri(), Shape)
