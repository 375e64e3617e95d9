def take(g, n):
    return [next(g) for _ in range(n)]


# --- tests ---
import itertools

g = (i * i for i in range(10))
assert take(g, 3) == [0, 1, 4] and next(g) == 9
assert take(itertools.count(5), 2) == [5, 6]
