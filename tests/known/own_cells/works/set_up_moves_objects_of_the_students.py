from dataclasses import dataclass
# --- answer ---
class P:
    def __init__(self, x): self.x = x
    def move(self, d): self.x = self.x + d
# --- set-up ---
p = P(1)
ps = [P(k) for k in range(3)]
p.move(2)
for q in ps: q.move(1)
by = {q.x: q for q in ps}
by[1].move(10)
# --- answer ---
best = sorted(q.x for q in ps)[-1]
p.move(1)
# --- tests ---
assert p.x in (3, 4)
assert [q.x for q in ps] == [11, 2, 3], [q.x for q in ps]
assert best == 11
assert by[1] is ps[0]
