class A:
    def __init__(s):
        s.x = 1
        s._y = 2


# --- tests ---
a = A()
assert vars(a) == {"x": 1, "_y": 2} and a.__dict__["x"] == 1 and "x" in a.__dict__ and hasattr(a, "__dict__")
