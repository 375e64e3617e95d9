# --- answer ---
def grow(l):
    l.extend(range(150))
class Log:
    def __init__(self, items): self.items = items
    def add(self, n): self.items.extend(range(n))
# --- tests ---
l=[]
grow(l); assert len(l)==150
grow(l); assert len(l)==300, len(l)
grow(l); assert len(l)==450, len(l)
mine = []
log = Log(mine)
log.add(150); assert len(mine) == 150
log.add(150); assert len(mine) == 300, len(mine)
log.add(1); assert len(mine) == 301, len(mine)
assert log.items is mine
mine.append(5)
assert len(log.items) == 302, len(log.items)
