from enum import Enum
class Suit(Enum):
    HEARTS = 1
    SPADES = 2
# --- answer ---
def colour(s): return "red" if s is Suit.HEARTS else "black"
# --- tests ---
assert colour(Suit.HEARTS) == "red"
assert colour(Suit.SPADES) == "black"
