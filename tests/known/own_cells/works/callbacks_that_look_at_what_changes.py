# --- answer ---
def each(visit, items):
    for i in items:
        visit(i)
        items[0] = i
    return items
def nested(cb):
    out = []
    def inner(x):
        out.append(x)
        return out
    r = cb(inner)
    r.append(99)
    return out
class Inv:
    def __init__(self, stock=None):
        self.stock = stock if stock is not None else {}
    def restock(self, updates, on_change=None):
        for k, v in updates.items():
            self.stock[k] = self.stock.get(k, 0) + v
            if on_change: on_change(self, k)
# --- tests ---
log = []
data = [1,2,3]
r = each(lambda i: log.append((i, list(data))), data)
assert r is data and data == [3,2,3]
assert log == [(1,[1,2,3]),(2,[1,2,3]),(3,[2,2,3])], log
got = []
def cb(inner):
    a = inner(1); got.append(list(a)); a.append(5); b = inner(2); got.append(list(b)); return b
assert nested(cb) == [1,5,2,99]
assert got == [[1],[1,5,2]], got
stock = {"a": 1}
inv = Inv(stock)
seen = []
inv.restock({"a": 2, "b": 3}, lambda s, k: seen.append((k, s.stock[k], dict(stock))))
assert seen == [("a", 3, {"a": 3}), ("b", 3, {"a":3,"b":3})], seen
assert inv.stock is stock
