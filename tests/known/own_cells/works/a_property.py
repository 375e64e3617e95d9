class A:
    def __init__(s):
        s._b = 1

    @property
    def b(s):
        "doc"
        return s._b

    @b.setter
    def b(s, v):
        s._b = v

    @property
    def c(s):
        return 1


# --- tests ---
assert (
    isinstance(A.b, property)
    and A.b.fset is not None
    and A.c.fset is None
    and A.b.__doc__ == "doc"
    and A.b.fget(A()) == 1
    and isinstance(type(A()).b, property)
)
