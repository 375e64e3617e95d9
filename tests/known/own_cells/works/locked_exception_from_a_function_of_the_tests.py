class TransientError(Exception):
    pass
# --- answer ---
def retry(f, times):
    for k in range(times):
        try:
            return f()
        except TransientError:
            if k == times - 1:
                raise
# --- tests ---
tries = []
def flaky():
    tries.append(1)
    if len(tries) < 3: raise TransientError("again")
    return "done"
assert retry(flaky, 5) == "done"
assert len(tries) == 3
