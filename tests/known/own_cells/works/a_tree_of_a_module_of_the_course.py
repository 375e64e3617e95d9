# --- beside.py ---
from dataclasses import dataclass, field


class Node:
    def __init__(self, value, parent=None):
        self.value, self.parent, self.left, self.right = value, parent, None, None

    def __eq__(self, other):
        return isinstance(other, Node) and self.value == other.value

    def depth(self):
        return 1 + max((child.depth() for child in (self.left, self.right) if child), default=0)


@dataclass
class Tree:
    name: str
    root: Node = None
    seen: list = field(default_factory=list)
# --- end ---
# --- answer ---
from copy import deepcopy
from dataclasses import replace

from beside import Node, Tree


def insert(tree, value):
    tree.seen.append(value)
    if tree.root is None:
        tree.root = Node(value)
        return
    node = tree.root
    while True:
        side = "left" if value < node.value else "right"
        if getattr(node, side) is None:
            setattr(node, side, Node(value, node))
            return
        node = getattr(node, side)


def double(node):
    if node:
        node.value *= 2
        double(node.left)
        double(node.right)


def mirrored(node):
    node = deepcopy(node)
    node.left, node.right = node.right, node.left
    return node


def renamed(tree):
    return replace(tree, name="new")
# --- tests ---
from beside import Node, Tree

tree = Tree("t")
for value in (5, 2, 8, 1):
    insert(tree, value)
assert tree.seen == [5, 2, 8, 1]
assert tree.root.left.left.value == 1 and tree.root.depth() == 3
double(tree.root)
assert [tree.root.value, tree.root.left.value, tree.root.right.value] == [10, 4, 16]
assert renamed(tree).name == "new" and tree.name == "t"
one = Node(1)
one.left, one.right = Node(2, one), Node(3, one)
assert mirrored(one).left.value == 3 and one.left.value == 2
double(one)
assert one.left.value == 4 and one.left.parent is one and one.left == Node(4)
