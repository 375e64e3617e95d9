class L:
    def log(self, x):
        return x

    def go(self):
        return self.log(3)


# --- tests ---
from unittest import mock

with mock.patch.object(L, "log", return_value=8) as m:
    assert L().go() == 8
m.assert_called_once_with(3)
assert L().go() == 3
