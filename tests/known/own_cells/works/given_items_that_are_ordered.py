from dataclasses import dataclass, field
@dataclass(order=True)
class Item:
    weight: int
    name: str = field(compare=False)
    tags: list = field(default_factory=list)
# --- answer ---
def heaviest(items):
    best = items[0]
    for i in items:
        if i > best: best = i
    return best
def tagged(items, t):
    return list(filter(lambda i: t in i.tags, items))
def by_weight(items):
    out = list(items); out.sort(reverse=True); return out
# --- tests ---
items = [Item(k * 7 % 50, f"n{k}", ["a"] if k % 2 else ["b"]) for k in range(50)]
assert heaviest(items).weight == 49
# --- tests ---
assert len(tagged(items, "a")) == 25 and tagged(items, "a")[0] is items[1]
# --- tests ---
assert [i.weight for i in by_weight(items)][:3] == [49, 48, 47]
