pass
# --- tests ---
assert "answer" in globals()
