class Node:
    def __init__(self, key, left=None, right=None):
        self.key = key; self.left = left; self.right = right
# --- answer ---
def insert(root, k):
    if root is None: return Node(k)
    if k < root.key: root.left = insert(root.left, k)
    else: root.right = insert(root.right, k)
    return root
# --- set-up ---
r1 = insert(None, 5)
insert(r1, 2)
l1 = r1.left
r2 = insert(insert(None, 5), 2)
l2 = r2.left
root = None
for k in [5, 2]: root = insert(root, k)
lm = root.left
same = root.left is lm
# --- tests ---
assert r1.left is l1
# --- tests ---
assert r2.left is l2
# --- tests ---
assert root.left is lm
# --- tests ---
assert same
# --- tests ---
l1.key = 77
assert r1.left.key == 77, r1.left.key
