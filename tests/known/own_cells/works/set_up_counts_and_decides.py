# --- answer ---
def f(x): return x
# --- set-up ---
try:
    import collections
    c = collections.Counter(f("abca"))
except ImportError:
    c = None
if f(1):
    flag = "yes"
else:
    flag = "no"
import json
text = json.dumps({"a": f(1)})
# --- answer ---
top = max(c, key=c.get) + flag + text
# --- tests ---
assert top == 'ayes{"a": 1}', top
