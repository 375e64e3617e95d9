def greet(n):
    return n


# --- tests ---
from unittest import mock

with mock.patch("builtins.print") as p:
    greet("Bo")
p.assert_not_called()
