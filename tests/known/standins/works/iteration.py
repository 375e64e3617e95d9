assert [x for x in Basket([1, 2])] == [1, 2]
assert sum(Basket([1, 2])) == 3
assert dict(zip('ab', Basket([1, 2]))) == {'a': 1, 'b': 2}
