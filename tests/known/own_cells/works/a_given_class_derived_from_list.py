class Stack(list):
    def peek(self): return self[-1]
    def push(self, x): self.append(x)
# --- answer ---
def rev(s):
    r = Stack()
    for _ in range(len(s)): r.push(s.pop())
    return r
# --- tests ---
r = rev(Stack([1, 2, 3]))
assert r == [3, 2, 1]
# --- tests ---
r = rev(Stack([1, 2, 3]))
assert isinstance(r, list)
# --- tests ---
r = rev(Stack([1, 2, 3]))
assert isinstance(r, Stack)
# --- tests ---
r = rev(Stack([1, 2, 3]))
assert r.peek() == 1
r.push(7)
assert r.peek() == 7 and r.pop() == 7 and len(r) == 3
assert r == Stack([3, 2, 1])
