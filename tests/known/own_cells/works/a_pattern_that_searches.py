import re

p = re.compile("(?i)[0-9]+x")
# --- tests ---
assert p.findall("1X22x") == ["1X", "22x"]
