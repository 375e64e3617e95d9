class Bag(dict):
    def add(self, k): self[k] = self.get(k, 0) + 1
    def total(self): return sum(self.values())
# --- answer ---
def fill(words):
    bag = Bag()
    for w in words:
        bag.add(w)
    return bag
class Big(Bag):
    def total(self):
        return sum(self.values()) * 10
# --- tests ---
b = fill(["a", "b", "a"])
assert b == {"a": 2, "b": 1}
# --- tests ---
b = fill(["a", "b", "a"])
assert b.total() == 3 and b["a"] == 2 and isinstance(b, Bag)
# --- tests ---
b = Big(); b.add("x"); b.add("x")
assert b.total() == 20 and isinstance(b, Bag)
