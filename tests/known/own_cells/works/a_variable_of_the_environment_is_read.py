import os


def mode():
    return os.environ.get("MODE", "quiet")


# --- tests ---
import os
from unittest import mock

with mock.patch.dict(os.environ, {"MODE": "loud"}):
    assert mode() == "loud"
assert mode() == "quiet"
os.environ["MODE"] = "low"
assert mode() == "low"
del os.environ["MODE"]
assert mode() == "quiet"
