pass
# --- tests ---
try:
    answer
except NameError:
    raise AssertionError("define")
