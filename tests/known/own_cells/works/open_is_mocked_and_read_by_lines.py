def count(p):
    with open(p) as f:
        return sum(1 for l in f)


# --- tests ---
from unittest import mock

with mock.patch("__main__.open", mock.mock_open(read_data="a\nb\n"), create=True):
    assert count("x") == 2
