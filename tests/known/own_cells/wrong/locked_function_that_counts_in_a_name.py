calls = 0


def slow_square(x):
    global calls
    calls += 1
    return x * x


# --- answer ---
def square(x):
    return slow_square(x)


# --- tests ---
calls = 0
assert square(7) == square(7) == 49
assert calls <= 1, "call slow_square once for each number"
