# --- answer ---
def f(x):
    return x * 2 + 1 - 1
# --- tests ---
import ast
import inspect

space = {}
tree = ast.parse(inspect.getsource(f))
exec(compile(tree, "tree", "exec"), space)
assert space["f"](2) == 4
