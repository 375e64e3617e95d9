assert apply(lambda b: b.put(3) and list(b), Basket([1])) == [1, 3]
assert apply(apply, apply, lambda x: x + 1, 3) == 4
