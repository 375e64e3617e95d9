b = Basket([1])
with b as things:
    assert things == [1]
    raise ValueError('caught')
assert list(b) == ['caught']
