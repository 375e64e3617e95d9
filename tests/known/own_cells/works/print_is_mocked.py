def greet(n):
    print(f"Hello, {n}!")


# --- tests ---
from unittest import mock

with mock.patch("builtins.print") as p:
    greet("Bo")
p.assert_called_once_with("Hello, Bo!")
