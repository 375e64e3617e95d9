class T:
    def __init__(s, d):
        s.d = d

    def __eq__(s, o):
        if not isinstance(o, T):
            return NotImplemented
        return s.d == o.d


# --- tests ---
assert not T(3) == "3" and T(3) != "3" and T(3) == T(3)
