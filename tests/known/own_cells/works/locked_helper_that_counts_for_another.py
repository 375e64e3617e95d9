import json

loads = 0


def count():
    global loads
    loads += 1


def load(text):
    count()
    return json.loads(text)


# --- answer ---
known = {}


def total(text):
    if text not in known:
        known[text] = load(text)
    return sum(known[text])


# --- tests ---
assert total("[1, 2]") == total("[1, 2]") == 3
assert loads == 1
