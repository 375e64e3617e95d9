# --- answer ---
import copy
def f(board):
    b = copy.deepcopy(board)
    b.x = 5
    c = copy.copy(board)
    c.x = 6
    return b.x + c.x
# --- tests ---
class Board:
    def __init__(self): self.x = 1
b = Board()
assert f(b) == 11
assert b.x == 1, b.x
