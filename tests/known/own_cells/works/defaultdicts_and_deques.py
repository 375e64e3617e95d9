from collections import defaultdict, deque

d = defaultdict(list)
d[1].append(2)
q = deque([1, 2, 3], maxlen=3)
n = defaultdict(lambda: 7)
# --- tests ---
from collections import deque

assert d[99] == [] and d.default_factory is list and q.maxlen == 3 and n["z"] == 7
q.append(4)
assert list(q) == [2, 3, 4]
