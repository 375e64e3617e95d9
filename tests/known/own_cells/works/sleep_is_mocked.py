import time


def slow():
    time.sleep(50)
    return 1


# --- tests ---
from unittest import mock

with mock.patch("time.sleep") as s:
    assert slow() == 1
s.assert_called_once_with(50)
