seen = []
def note(value):
    seen.append(value)
    return value + 1
assert apply(note, 3) == 4
assert apply(lambda a, b: a * b, 3, 4) == 12
assert apply(len, [1]) == 1
assert apply(max, 1, 2) == 2
assert apply(seen.append, 5) is None
assert seen == [3, 5]
