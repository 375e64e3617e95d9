class A:
    def b(s):
        return 1


# --- tests ---
assert isinstance(A.b, property)
