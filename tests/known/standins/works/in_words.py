b = Basket([1])
assert repr(b) == 'Basket([1])'
assert str(b) == 'a basket'
assert f'{b:!}' == '1!'
assert Basket.__doc__ == 'Holds things.'
