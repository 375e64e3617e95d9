# --- beside.py ---
class Item:
    def __init__(self, value, next=None):
        self.value, self.next = value, next
    def double(self): return 2*self.value
# --- end ---
# --- answer ---
from beside import Item
def bump(item):
    item.value += 1
    return item
def push(head, v):
    while head.next: head = head.next
    head.next = Item(v)
def nodes(head):
    out=[]
    while head: out.append(head); head=head.next
    return out
# --- tests ---
from beside import Item
i = Item(3)
r = bump(i)
assert i.value == 4, i.value
assert r is i
bump(i); assert i.value == 5
i.value = 10
bump(i); assert i.value == 11 and i.double() == 22
head = Item(1, Item(2, Item(3)))
push(head, 4)
assert head.next.next.next.value == 4
assert isinstance(head.next.next.next, Item)
push(head, 5)
assert head.next.next.next.next.value == 5
head.next.value = 20
assert [n.value for n in nodes(head)] == [1,20,3,4,5]
assert nodes(head)[1] is head.next
head.next = Item(7)
assert [n.value for n in nodes(head)] == [1,7]
bump(head.next)
assert head.next.value == 8
push(head, 9)
assert head.next.next.value == 9
a, b = Item(1), Item(2); a.next=b; b.next=a
bump(a); assert a.value==2 and a.next is b and b.next is a
