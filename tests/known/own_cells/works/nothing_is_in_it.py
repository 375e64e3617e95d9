class L:
    def __init__(s):
        s.d = {}

    def __contains__(s, x):
        return x in s.d


# --- tests ---
assert 3 not in L()
