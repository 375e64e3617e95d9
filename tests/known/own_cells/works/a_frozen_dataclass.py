from dataclasses import dataclass


@dataclass(frozen=True)
class Pos:
    x: float = 0.0


# --- tests ---
import dataclasses

try:
    Pos().x = 4
except dataclasses.FrozenInstanceError:
    pass
else:
    raise AssertionError
