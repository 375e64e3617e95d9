class S:
    __slots__ = ("a",)

    class Empty(Exception):
        pass

    def pop(self):
        raise S.Empty


# --- tests ---
s = S()
assert not hasattr(s, "__dict__")
try:
    s.o = 1
except AttributeError:
    pass
else:
    raise AssertionError
try:
    s.pop()
except S.Empty:
    pass
