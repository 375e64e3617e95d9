b = Basket()
assert b.put(3) is b
assert b.put(4, twice=True) is b
assert len(b) == 3
assert Basket.empty() == Basket()
