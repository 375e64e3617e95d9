import json


def load(p):
    with open(p) as f:
        return json.load(f)


# --- tests ---
import json

with open("t.json", "w") as f:
    json.dump({"a": 1}, f)
assert load("t.json") == {"a": 1}
