def fetch(key):
    fetch.calls += 1
    return key * 10


fetch.calls = 0

# --- answer ---
print("calls so far", fetch.calls, fetch(1), fetch.__name__)


def total(keys):
    known = {key: fetch(key) for key in set(keys)}
    return sum(known[key] for key in keys)


# --- tests ---
fetch.calls = 0
assert total([1, 1, 2]) == 40
assert fetch.calls == 2
