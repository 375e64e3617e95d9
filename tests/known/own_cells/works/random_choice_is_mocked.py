import random


def pick():
    return random.choice("abc")


# --- tests ---
from unittest import mock

with mock.patch("random.choice", return_value="zz"):
    assert pick() == "zz"
assert pick() in "abc"
