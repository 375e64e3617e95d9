import types

ns = types.SimpleNamespace(v=1)
# --- tests ---
import types

assert isinstance(ns, types.SimpleNamespace) and ns.v == 1
