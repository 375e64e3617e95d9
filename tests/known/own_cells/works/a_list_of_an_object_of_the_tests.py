# --- answer ---
def play(board):
    board.cells[0] = "X"
    board.rows[1][0] = 5
# --- tests ---
class Board:
    def __init__(self): self.cells = [None]*3; self.rows=[[0],[0]]
b = Board()
play(b)
assert b.cells == ["X", None, None], b.cells
assert b.rows == [[0],[5]], b.rows
