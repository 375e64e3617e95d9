class V:
    @classmethod
    def zero(cls):
        return cls()

    @staticmethod
    def d(x):
        return x + 1

    def __eq__(s, o):
        return isinstance(o, V)


# --- tests ---
class W(V):
    pass


assert type(W.zero()) is W and W.d(2) == 3 and W() == W()
assert (
    isinstance(V.__dict__["d"], staticmethod)
    and isinstance(vars(V)["zero"], classmethod)
    and "d" in dir(V)
    and "d" in dir(V())
)
