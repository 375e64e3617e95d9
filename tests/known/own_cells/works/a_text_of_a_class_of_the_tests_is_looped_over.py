# --- answer ---
def count(s, l):
    assert len(l) == 1
    return sum(1 for c in s if c == l)
def has(s, l):
    for c in s:
        if c == l: return True
    return False
# --- tests ---
from functools import total_ordering
@total_ordering
class W(str):
    def __init__(self, s): self.str = s
    def __eq__(self, other):
        if len(self.str) != 1 or len(other) != 1: raise Exception("illegal")
        return self.str == other
    def __le__(self, other):
        return self.str < other
    def __contains__(self, item): raise Exception("in")
    def __getitem__(self, key):
        if not isinstance(key, int): raise Exception("key")
        return self.str[key]
assert count(W(""), W("g")) == 0
assert count(W("abaca"), W("a")) == 3
# --- tests ---
assert count(W("abaca"), W("a")) == 3
# --- tests ---
assert has(W("abaca"), W("a"))
