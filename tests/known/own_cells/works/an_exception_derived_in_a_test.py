class E(Exception):
    def __init__(self, n):
        super().__init__(f"need {n}")
        self.n = n


def f(kind):
    raise kind(3)


# --- tests ---
class M(E):
    pass


try:
    f(M)
except E as e:
    assert e.n == 3 and isinstance(e, M)
else:
    raise AssertionError
