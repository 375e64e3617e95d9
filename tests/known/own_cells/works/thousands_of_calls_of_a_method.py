# --- answer ---
class Stack:
    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)

    def pop(self):
        return self.items.pop()


# --- tests ---
stack = Stack()
for i in range(6000):
    stack.push(i)
assert stack.pop() == 5999
