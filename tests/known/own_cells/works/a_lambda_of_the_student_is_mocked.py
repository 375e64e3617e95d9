helper = lambda x: 1


def go():
    return helper(2) + 1


# --- tests ---
from unittest import mock

with mock.patch(f"{__name__}.helper", return_value=10):
    assert go() == 11
assert go() == 2
