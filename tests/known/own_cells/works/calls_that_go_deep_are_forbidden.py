def total(n):
    s = 0
    for k in range(n + 1): s += k
    return s
# --- tests ---
import sys
old = sys.getrecursionlimit()
sys.setrecursionlimit(200)
try:
    assert total(400) == 80200, "with a loop, please"
finally:
    sys.setrecursionlimit(old)
