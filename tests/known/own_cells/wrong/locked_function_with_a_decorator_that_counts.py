import functools


def count_calls(function):
    @functools.wraps(function)
    def wrapper(*arguments):
        wrapper.calls += 1
        return function(*arguments)

    wrapper.calls = 0
    return wrapper


@count_calls
def slow(x):
    return x * x


# --- answer ---
def square(x):
    return slow(x)


# --- tests ---
assert square(7) == square(7) == 49
assert slow.calls <= 1, "keep what you know"
