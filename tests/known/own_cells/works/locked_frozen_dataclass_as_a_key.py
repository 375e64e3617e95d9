from dataclasses import dataclass
@dataclass(frozen=True)
class City:
    name: str
HOME = City("Ulm")
# --- answer ---
def is_home(c): return c == HOME
def pop(c, table): return table[c]
# --- tests ---
assert is_home(City("Ulm"))
assert not is_home(City("Bonn"))
assert pop(City("Ulm"), {City("Ulm"): 5}) == 5
