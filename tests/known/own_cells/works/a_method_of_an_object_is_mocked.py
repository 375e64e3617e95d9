class L:
    def log(self, x):
        return x

    def go(self):
        return self.log(3)


# --- tests ---
from unittest import mock

l = L()
with mock.patch.object(l, "log", return_value=8) as m:
    assert l.go() == 8
m.assert_called_once_with(3)
assert l.go() == 3
