import functools


def timed(f):
    @functools.wraps(f)
    def w(*a, **k):
        w.calls += 1
        return f(*a, **k)

    w.calls = 0
    return w


# --- tests ---
@timed
def add(a, b=1):
    "adds"
    return a + b


assert (
    add(1) == 2
    and add(1, b=5) == 6
    and add.calls == 2
    and add.__name__ == "add"
    and add.__doc__ == "adds"
    and add.__wrapped__(2, 2) == 4
)
