# --- answer ---
def make():
    seen = []
    def add(x):
        seen.append(x)
        return seen[:]
    return add
# --- set-up ---
add = make()
add(1)
for k in range(2):
    add(k)
# --- tests ---
assert add(9) == [1, 0, 1, 9]
# --- set-up ---
add(10)
again = make()
# --- tests ---
assert add(11) == [1, 0, 1, 9, 10, 11], add(12)
assert again(1) == [1]
