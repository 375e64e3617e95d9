class Cart:
    def __init__(self, items):
        self.items = items


# --- tests ---
xs = [1, 2]
c = Cart(xs)
xs.append(3)
assert c.items == [1, 2]
