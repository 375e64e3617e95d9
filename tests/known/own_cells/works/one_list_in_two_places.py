# --- answer ---
def same(board, row, other):
    row.append(1)
    other.append(2)
    return board[-1] is row
def link(head, node):
    head.value += 1
    node.value += 1
    return head.next is node
# --- tests ---
board, other = [], []
same([[1]], [], other)
def f():
    row = []
    board.append(row)
    r = same(board, row, other)
    return r, row
r, row = f()
assert r, board
assert row == [1] and board == [[1]] and other == [2, 2], (row, board, other)
r, row = f()
assert r and row == [1] and board == [[1],[1]] and other == [2,2,2], (r,row, board, other)
