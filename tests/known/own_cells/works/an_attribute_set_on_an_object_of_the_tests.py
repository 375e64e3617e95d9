def mark(x):
    x.done = True


# --- tests ---
class A:
    done = False


a = A()
mark(a)
assert a.done
