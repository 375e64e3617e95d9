class Node:
    __slots__ = ("value", "__secret", "next")

    def __init__(self, value, next=None):
        self.value, self.next = value, next

    def hide(self, secret):
        self.__secret = secret

    def shown(self):
        return self.__secret


# --- answer ---
def inserted(head, value):
    if not isinstance(head, Node) or value <= head.value:
        return Node(value, head)
    head.next = inserted(head.next, value)
    return head


def unlink(node):
    node.hide(node.value)
    del node.next
    return node


# --- tests ---
head = None
for value in (3, 1, 2):
    head = inserted(head, value)
assert isinstance(head, Node) and [head.value, head.next.value, head.next.next.value] == [1, 2, 3]
same = head.next
inserted(head, 5)
assert head.next is same and same.next.next.value == 5
assert unlink(head) is head and head.shown() == 1 and not hasattr(head, "next")
