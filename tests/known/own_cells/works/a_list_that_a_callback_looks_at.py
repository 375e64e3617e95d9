# --- answer ---
def f(l, cb):
    l.append(1)
    cb(l)
    l.append(2)
# --- tests ---
seen=[]
l=[]
f(l, lambda x: seen.append((len(x), x is l, len(l))))
assert seen == [(1, True, 1)], seen
assert l==[1,2]
f(l, lambda x: seen.append((len(x), x is l, len(l))))
assert seen[-1] == (3, True, 3), seen
