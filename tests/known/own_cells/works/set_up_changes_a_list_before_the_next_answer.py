# --- answer ---
names = ['b', 'a']
# --- set-up ---
names.append('c')
# --- answer ---
n = len(names)
# --- tests ---
assert n == 3, n
