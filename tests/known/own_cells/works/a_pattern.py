import re

p = re.compile("x+")
# --- tests ---
import re

assert isinstance(p, re.Pattern)
