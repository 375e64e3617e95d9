inner, numbers, seen = {}, np.zeros(2), {1}
items = [inner, numbers]
assert extend(items, inner, numbers, seen) is items
assert len(items) == 3
assert items[0] is inner
assert items[1] is numbers
assert inner == {'new': [1]}
assert numbers.tolist() == [9, 0]
assert seen == {1, 3}
