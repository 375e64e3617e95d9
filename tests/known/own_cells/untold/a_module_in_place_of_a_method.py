import math


class Stack:
    def __init__(self, items=()):
        self.items = list(items)


# --- answer ---
Stack.pop = math

# --- tests ---
assert Stack([1]).pop() == 1
