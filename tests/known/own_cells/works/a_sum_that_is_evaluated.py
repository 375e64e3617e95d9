# --- answer ---
def formula(n):
    return " + ".join(map(str, range(n + 1)))
# --- tests ---
assert eval(formula(3)) == 6
assert eval("formula(4)") == "0 + 1 + 2 + 3 + 4"
