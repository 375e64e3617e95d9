# --- answer ---
import os
def mode(): return os.environ.get("MODE", "quiet")
# --- tests ---
import os
from unittest import mock
with mock.patch.dict(os.environ, {"MODE": "loud"}):
    assert mode() == "quiet"
