b = Basket()
b.owner = 'me'
assert b.owner == 'me'
assert hasattr(b, 'put')
assert not hasattr(b, 'lid')
assert getattr(b, 'lid', 7) == 7
del b.owner
assert not hasattr(b, 'owner')
