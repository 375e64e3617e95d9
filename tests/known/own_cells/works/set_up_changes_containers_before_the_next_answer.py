# --- answer ---
from collections import Counter, defaultdict, deque
q = deque([1, 2]); c = Counter('aab'); dd = defaultdict(list)
st = {1}
# --- set-up ---
q.append(3); c.update('b'); dd['x'].append(1); st.add(9)
mid = len(q)
# --- answer ---
r = (len(q), c['b'], len(dd), len(st))
# --- tests ---
assert r == (3, 2, 1, 2), r
# --- tests ---
assert mid == 3 and q == deque([1, 2, 3]) and dd == {'x': [1]}
