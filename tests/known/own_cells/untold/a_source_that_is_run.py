# --- answer ---
def f(x):
    return x * 2 + 1 - 1
# --- tests ---
import ast
import inspect

space = {}
tree = ast.parse(inspect.getsource(f))
exec(inspect.getsource(f), space)
assert space["f"](2) == 4
