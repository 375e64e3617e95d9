def mk(n):
    def f(x):
        return x + n

    return f


# --- tests ---
f = mk(3)
assert f(1) == 4 and f.__closure__[0].cell_contents == 3
