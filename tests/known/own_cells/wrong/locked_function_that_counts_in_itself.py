def fetch(key):
    fetch.calls += 1
    return key * 10


fetch.calls = 0


# --- answer ---
def total(keys):
    return sum(fetch(key) for key in keys)


# --- tests ---
fetch.calls = 0
assert total([1, 1, 2]) == 40
assert fetch.calls <= 2
