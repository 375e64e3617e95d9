# --- answer ---
class Base:
    def run(self):
        self.items.append(1)
        self.hook(self.items)
        return self.items
# --- tests ---
class D(Base):
    def __init__(self): self.items=[]
    def hook(self, items): items.append(2)
d = D()
assert d.run() == [1,2]
assert d.items == [1,2]
d.run()
assert d.items == [1,2,1,2], d.items
