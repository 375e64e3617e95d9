def init():
    global state
    state = 5


# --- tests ---
init()
assert state == 5
