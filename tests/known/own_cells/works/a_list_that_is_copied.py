class Cart:
    def __init__(self, items):
        self.items = list(items)

    def add(self, x):
        self.items.append(x)


# --- tests ---
xs = [1, 2]
c = Cart(xs)
xs.append(3)
assert c.items == [1, 2]
c.add(9)
assert xs == [1, 2, 3] and c.items == [1, 2, 9]
