# --- answer ---
def f(): return 1
# --- set-up ---
with open('a.txt', 'w') as h: h.write('hi')
f()
# --- answer ---
a = open('a.txt').read()
# --- set-up ---
f()
with open('b.txt', 'w') as h: h.write('hi')
# --- answer ---
b = open('b.txt').read()
# --- tests ---
assert a == 'hi', a
# --- tests ---
assert b == 'hi', b
