class Bag:
    def __init__(self, *items):
        self.items = list(items)

    def __contains__(self, item):
        return item in self.items
# --- tests ---
assert 3 in Bag(1, 3)
