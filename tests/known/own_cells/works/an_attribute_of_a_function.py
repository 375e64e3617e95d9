# --- answer ---
import functools


def count_calls(f):
    @functools.wraps(f)
    def wrapper(*args):
        wrapper.calls += 1
        return f(*args)

    wrapper.calls = 0
    return wrapper
# --- tests ---
@count_calls
def add(a, b):
    "Adds."
    return a + b


assert add.calls == 0 and add(1, 2) == 3 and add.calls == 1
add.calls = 0
add(3, 4)
assert add.calls == 1 and add.__name__ == "add" and add.__doc__ == "Adds."
del add.calls
assert not hasattr(add, "calls")
