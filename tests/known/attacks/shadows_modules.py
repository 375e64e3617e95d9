"""Modules of the same name beside the notebook."""
for name in ("numpy.py", "keras.py", "autograder.py", "json.py"):
    open(name, "w").write("raise SystemExit")
