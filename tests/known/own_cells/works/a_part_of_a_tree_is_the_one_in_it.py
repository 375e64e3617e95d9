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
root = None
for k in [5, 2, 8]: root = insert(root, k)
lm = root.left
# --- tests ---
assert root.left is lm
# --- tests ---
insert(root, 1)
assert lm.left.key == 1
# --- tests ---
assert root.left is lm
