import re

m = re.match("(?P<u>a)b", "ab")
# --- tests ---
assert m.group("u") == "a" and m.span() == (0, 2)
