# --- answer ---
def mean(x):
    import statistics
    return statistics.mean(x)
# --- tests ---
import sys
from unittest import mock
with mock.patch.dict(sys.modules, {"statistics": None}):
    assert mean([1, 2, 3]) == 2
