assert Basket([1])(1, 2) == [True, False]
assert callable(Basket())
assert not callable(Plain())
