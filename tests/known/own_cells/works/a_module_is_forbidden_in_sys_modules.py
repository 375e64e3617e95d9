def mean(x): return sum(x) / len(x)
# --- tests ---
import sys
from unittest import mock
with mock.patch.dict(sys.modules, {"statistics": None}):
    assert mean([1, 2, 3]) == 2
