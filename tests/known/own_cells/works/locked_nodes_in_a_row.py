class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next
# --- answer ---
def build(values):
    head = None
    for v in reversed(values): head = Node(v, head)
    return head
def reverse(head):
    before = None
    while head is not None: head.next, before, head = before, head, head.next
    return before
def ring(n):
    first = last = Node(0)
    for k in range(1, n):
        last.next = Node(k); last = last.next
    last.next = first
    return first
# --- tests ---
def values(head):
    out = []
    while head is not None: out.append(head.value); head = head.next
    return out
assert values(build([1, 2, 3])) == [1, 2, 3]
assert values(build(list(range(60)))) == list(range(60))
assert values(build(list(range(500)))) == list(range(500))
assert values(reverse(build([1, 2, 3]))) == [3, 2, 1]
mine = Node(1, Node(2, Node(3)))
back = reverse(mine)
assert values(back) == [3, 2, 1] and mine.next is None
long = None
for k in range(400): long = Node(k, long)
assert values(reverse(long)) == list(range(400))
r = ring(5)
assert r.next.next.next.next.next is r
r = ring(400)
for k in range(400): r = r.next
assert r.value == 0
