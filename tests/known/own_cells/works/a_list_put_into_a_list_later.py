# --- answer ---
def f(board):
    if board: board[-1].append(3)
# --- tests ---
board = []
f(board)
board.append([])
f(board)
assert board == [[3]], board
