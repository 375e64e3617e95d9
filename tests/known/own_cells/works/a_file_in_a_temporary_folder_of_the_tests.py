import json


def load(p):
    with open(p) as f:
        return json.load(f)


# --- tests ---
import json, tempfile, os

with tempfile.TemporaryDirectory() as d:
    p = os.path.join(d, "x.json")
    with open(p, "w") as f:
        json.dump([1], f)
    assert load(p) == [1]
