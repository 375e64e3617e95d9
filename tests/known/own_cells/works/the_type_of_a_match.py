import re

m = re.match("(?P<u>a)b", "ab")
# --- tests ---
import re

assert isinstance(m, re.Match)
