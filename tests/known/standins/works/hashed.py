assert len({Basket([1]), Basket([1]), Basket()}) == 2
assert {Basket([1]): 'a'}[Basket([1])] == 'a'
