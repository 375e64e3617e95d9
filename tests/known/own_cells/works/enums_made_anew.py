from enum import Enum, auto, IntEnum


class Suit(Enum):
    H = auto()
    S = auto()


class Level(IntEnum):
    LOW = 1
    HIGH = 2


def nxt(s):
    return Suit.S if s is Suit.H else Suit.H


def all_():
    return [Suit.H, Suit.S]


# --- tests ---
from enum import Enum, IntEnum

assert (
    issubclass(Suit, Enum)
    and len(Suit) == 2
    and Suit.H.value == 1
    and Suit["S"] is Suit.S
    and Suit(2) is Suit.S
)
assert (
    Level.LOW < Level.HIGH
    and Level.HIGH == 2
    and isinstance(Level.LOW, int)
    and Suit.H in Suit
    and repr(Suit.H) == "<Suit.H: 1>"
)
assert nxt(Suit.H) is Suit.S and all_() == list(Suit) and isinstance(Suit.H, Enum) and Suit.H != 1
