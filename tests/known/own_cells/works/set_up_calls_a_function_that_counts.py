# --- answer ---
count = 0
def step():
    global count
    count = count + 1
    return count
# --- set-up ---
step(); step()
last = step()
# --- tests ---
assert last == 3, last
assert count == 3, count
assert step() == 4
