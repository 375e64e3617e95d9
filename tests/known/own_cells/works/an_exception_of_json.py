import json


def f(t):
    return json.loads(t)


# --- tests ---
import json

try:
    f("{")
except json.JSONDecodeError:
    pass
else:
    raise AssertionError
