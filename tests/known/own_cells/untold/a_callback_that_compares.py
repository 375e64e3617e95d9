class Mark:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return self.value == getattr(other, "value", other)


def first(items, wanted):
    for item in items:
        if wanted(Mark(item)):
            return item
# --- tests ---
assert first([1, 2, 3], lambda mark: mark == 2) == 2
