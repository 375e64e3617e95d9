# --- answer ---
import functools
def memoize(f):
    known = {}
    @functools.wraps(f)
    def inner(*args):
        try: return known[args]
        except KeyError:
            known[args] = f(*args)
            return known[args]
    return inner
# --- tests ---
@memoize
def fibo(n): return n if n < 2 else fibo(n - 1) + fibo(n - 2)
assert fibo(80) == 23416728348467685
# --- tests ---
assert fibo(280) > 10**50
# --- tests ---
@memoize
def endless(n): return endless(n + 1)
try: endless(1)
except RecursionError: pass
else: assert False
