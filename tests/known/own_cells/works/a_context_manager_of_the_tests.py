def use(r):
    with r as x:
        return x + 1


# --- tests ---
class R:
    def __enter__(s):
        s.o = 1
        return 4

    def __exit__(s, *a):
        s.o = 2


r = R()
assert use(r) == 5 and r.o == 2
