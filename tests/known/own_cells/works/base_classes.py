class N(Exception):
    pass


class A:
    pass


class B(A):
    pass


# --- tests ---
assert (
    N.__base__ == Exception
    and N.__bases__ == (Exception,)
    and B.__bases__ == (A,)
    and A.__base__ is object
    and A in B.__mro__
    and B.mro()[:2] == [B, A]
    and [c.__name__ for c in B.__mro__] == ["B", "A", "object"]
)
