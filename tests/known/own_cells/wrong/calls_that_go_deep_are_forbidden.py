# --- answer ---
def total(n): return 0 if n == 0 else n + total(n - 1)
# --- tests ---
import sys
old = sys.getrecursionlimit()
sys.setrecursionlimit(200)
try:
    assert total(400) == 80200, "with a loop, please"
finally:
    sys.setrecursionlimit(old)
