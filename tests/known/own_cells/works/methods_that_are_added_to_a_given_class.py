class Stack:
    def __init__(self, items=()):
        self.items = list(items)

    def push(self, item):
        self.items.append(item)


def method_of(kind):
    def put(function):
        setattr(kind, function.__name__, function)
        return function

    return put


# --- answer ---
@method_of(Stack)
def pop(self):
    """Take the last item."""
    return self.items.pop()


Stack.__len__ = lambda self: len(self.items)
Stack.most = 3
setattr(Stack, "peek", lambda self: self.items[-1])


def top(stack):
    return stack.peek()


# --- tests ---
stack = Stack([1])
stack.push(2)
assert len(stack) == 2 and stack.peek() == top(stack) == 2 and stack.most == Stack.most == 3
assert stack.pop() == 2 and stack.items == [1]


class Doubled(Stack):
    def push(self, item):
        super().push(2 * item)


doubled = Doubled()
doubled.push(4)
assert doubled.pop() == 8 and not len(doubled) and isinstance(doubled, Stack)
