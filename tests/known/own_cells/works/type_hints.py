from typing import List, Optional


def mean(v: List[float], w: float = 1.0) -> Optional[float]:
    return 1.0


def gg(a: list[int], b: "int|None") -> dict[str, int]:
    pass


# --- tests ---
import typing

h = typing.get_type_hints(mean)
assert (
    h["return"] == typing.Optional[float]
    and h["v"] == typing.List[float]
    and mean.__annotations__["w"] is float
    and gg.__annotations__["a"] == list[int]
    and typing.get_type_hints(gg)["return"] == dict[str, int]
)
