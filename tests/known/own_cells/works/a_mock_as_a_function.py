def each(xs, f):
    for x in xs:
        f(x)


# --- tests ---
from unittest import mock

m = mock.Mock()
each([1, 2], m)
assert m.call_count == 2
m.assert_called_with(2)
m.assert_has_calls([mock.call(1), mock.call(2)])
