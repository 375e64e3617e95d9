import time


def check(function, n, most):
    start = time.time()
    got = function(n)
    took = time.time() - start
    assert got == 2 * n, "another number"
    if took > most:
        raise AssertionError("too slow")


# --- answer ---
def doubled(n):
    return n + 2


# --- tests ---
check(doubled, 2, 60)
check(doubled, 3, 60)
