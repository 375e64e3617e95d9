# --- answer ---
def add(a, b):
    """
    >>> _ = globals().update(found=True)
    """
    return a + b
# --- tests ---
import doctest

found = False
doctest.run_docstring_examples(add, globals())
assert not found
