basket.put(5)
assert list(basket) == [1, 5]
assert basket.first == 1
assert basket._things == [1, 5]
