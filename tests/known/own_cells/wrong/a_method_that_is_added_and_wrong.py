class Stack:
    def __init__(self, items=()):
        self.items = list(items)


# --- answer ---
Stack.pop = lambda self: self.items[-1]

# --- tests ---
stack = Stack([1, 2])
assert stack.pop() == 2 and stack.items == [1]
