from contextlib import contextmanager

opened = closed = 0


@contextmanager
def resource(name):
    global opened, closed
    opened += 1
    yield name.upper()
    closed += 1


# --- answer ---
def use(name):
    return resource(name).__enter__()


# --- tests ---
assert use("a") == "A"
assert opened == closed
