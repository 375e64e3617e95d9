# --- answer ---
def take(it, n):
    return [next(it) for _ in range(n)]
def skip(it):
    next(it)
    return it
def kinds(it):
    return "iterator" if hasattr(it, "__next__") else "iterable"
def total(numbers): return sum(numbers)
# --- tests ---
it = iter([5, 5, 5, 7])
assert take(it, 3) == [5, 5, 5] and next(it) == 7
it = map(str, range(5))
assert take(it, 2) == ["0", "1"] and list(it) == ["2", "3", "4"]
it = enumerate("abc")
assert skip(it) is it and next(it) == (1, "b")
it = iter([1, 2, 3])
assert kinds(it) == "iterator" and kinds([1]) == "iterable" and list(it) == [1, 2, 3]
assert total(iter(range(5000))) == 12497500 and total(map(int, "123")) == 6
