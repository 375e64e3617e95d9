import functools


def deco(f):
    @functools.wraps(f)
    def w(*a, **k):
        return f(*a, **k)

    return w


# --- tests ---
import inspect


@deco
def add(a: int, b: int = 2) -> int:
    return a + b


assert (
    str(inspect.signature(add)) == "(a: int, b: int = 2) -> int"
    and add.__annotations__ == {"a": int, "b": int, "return": int}
    and add(1) == 3
)
