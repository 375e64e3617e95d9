def same(x):
    return x


# --- tests ---
class A:
    pass


a = A()
assert same(a) is a and same([a])[0] is a
