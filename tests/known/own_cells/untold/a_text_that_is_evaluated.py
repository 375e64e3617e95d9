# --- answer ---
def formula():
    return "[1].append(2) or 3"
# --- tests ---
assert eval(formula()) == 3
