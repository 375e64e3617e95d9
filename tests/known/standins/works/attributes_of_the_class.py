assert Basket.limit == 3
Basket.limit = 5
assert Basket().limit == 5
Basket.limit = 3
