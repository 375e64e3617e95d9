import sys
import warnings


def old(x):
    warnings.warn("use new", DeprecationWarning)
    return x


def complain(x):
    print("no", x, file=sys.stderr)
# --- tests ---
import contextlib
import io
import unittest
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    assert old(3) == 3
assert len(caught) == 1 and caught[0].category is DeprecationWarning and "use new" in str(caught[0].message)
with unittest.TestCase().assertWarns(DeprecationWarning):
    old(1)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        old(2)
        raise AssertionError
    except DeprecationWarning:
        pass
told = io.StringIO()
with contextlib.redirect_stderr(told):
    complain(3)
assert told.getvalue() == "no 3\n"
