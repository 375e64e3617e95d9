def helper():
    return 1


def go():
    return helper() + 1


# --- tests ---
from unittest import mock

with mock.patch("__main__.helper", return_value=10):
    assert go() == 11
assert go() == 2
