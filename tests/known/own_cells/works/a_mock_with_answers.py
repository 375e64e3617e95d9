def go(api):
    return api.get("u").json()["a"]


# --- tests ---
from unittest.mock import MagicMock

m = MagicMock()
m.get.return_value.json.return_value = {"a": 5}
assert go(m) == 5
m.get.assert_called_once_with("u")
