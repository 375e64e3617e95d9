from typing import Generic, List, TypeVar

T = TypeVar("T")


class Shape:
    sides: int = 0

    def __init__(self, name, *, color="red"):
        self.name = name

    def __eq__(self, other):
        return self.name == other.name

    def __len__(self) -> int:
        return 3


class Square(Shape):
    __slots__ = ("side",)

    def area(self):
        total = self.side**2
        return total


class Row(List[int]):
    pass


def account(balance):
    history = []

    def deposit(amount):
        nonlocal balance
        balance += amount
        history.append(amount)
        return balance

    return deposit
# --- tests ---
import inspect
import typing

assert "color='red'" in str(inspect.signature(Shape.__init__)) and "name" in inspect.getsource(Square.__init__)
assert "self.name = name" in inspect.getsource(Shape.__init__) and "self.name ==" in inspect.getsource(Shape.__eq__)
assert Shape.__init__.__kwdefaults__ == {"color": "red"} and Shape.__annotations__ == {"sides": int}
assert typing.get_type_hints(Shape.__len__) == {"return": int} and Square.__slots__ == ("side",)
square = Square("s")
assert "self.name = name" in inspect.getsource(square.__init__)
assert set(account(3).__code__.co_freevars) == {"balance", "history"}
assert Shape.__init__.__code__.co_varnames[:2] == ("self", "name") and Square.area.__code__.co_argcount == 1
assert isinstance(Row([1]), list) and isinstance(Row([1]), Row) and Row([1]).__class__.__name__ == "Row"
