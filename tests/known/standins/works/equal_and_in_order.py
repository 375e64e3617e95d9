assert Basket([1]) == Basket([1]) != Basket([2])
assert sorted([Basket([1]), Basket()])[0] == Basket()
assert max(Basket([1]), Basket()) == Basket([1])
