from collections import UserDict


class B(UserDict):
    pass


# --- tests ---
from collections.abc import Mapping

b = B(a=1)
assert isinstance(b, Mapping) and b["a"] == 1
