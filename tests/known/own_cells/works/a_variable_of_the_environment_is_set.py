import os
def home(): return os.environ.get("HOME", "/")
def mode(): return "quiet"
# --- tests ---
import os
from unittest import mock
with mock.patch.dict(os.environ, {"MODE": "loud"}):
    assert mode() == "quiet"
