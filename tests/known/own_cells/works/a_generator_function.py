def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


# --- tests ---
import types, inspect, itertools

g = fib()
assert (
    isinstance(g, types.GeneratorType)
    and inspect.isgeneratorfunction(fib)
    and next(g) == 0
    and list(itertools.islice(g, 3)) == [1, 1, 2]
    and iter(g) is g
)
g.close()
