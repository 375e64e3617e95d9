calls = 0


def slow_square(x):
    global calls
    calls += 1
    return x * x


# --- answer ---
memo = {}


def square(x):
    if x not in memo:
        memo[x] = slow_square(x)
    return memo[x]


# --- tests ---
calls = 0
assert square(7) == square(7) == 49
assert calls == 1 and slow_square(3) == 9 and calls == 2
