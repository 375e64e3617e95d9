import json


def load(p):
    with open(p) as f:
        return json.load(f)


# --- tests ---
from unittest import mock

with mock.patch("__main__.open", mock.mock_open(read_data='{"a": 1}')) as m:
    assert load("x.json") == {"a": 1}
m.assert_called_once_with("x.json")
