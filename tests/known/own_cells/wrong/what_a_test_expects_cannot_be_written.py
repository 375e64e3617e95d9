expected = 1


def f(x):
    global expected
    expected = 7
    return 7


# --- tests ---
expected = x = 5
assert f(3) == expected
