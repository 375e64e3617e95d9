# --- answer ---
import functools
class count_calls:
    def __init__(self, f):
        functools.update_wrapper(self, f)
        self.f, self.calls = f, 0
    def __call__(self, *a):
        self.calls += 1
        return self.f(*a)
@count_calls
def add(a, b):
    "Add."
    return a + b
# --- tests ---
assert add(1, 2) == 3 and add.calls == 1 and add.__name__ == "add" and add.__wrapped__(1, 1) == 2
assert add.__doc__ == "Add." and count_calls.__doc__ is None
