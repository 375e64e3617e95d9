class Cart:
    def __init__(self, items):
        self.items = items

    def add(self, x):
        self.items.append(x)


# --- tests ---
xs = [1, 2]
c = Cart(xs)
c.add(3)
assert xs == [1, 2, 3] and c.items is xs
