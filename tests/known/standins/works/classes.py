assert isinstance(Child(), Basket)
assert issubclass(Child, Basket)
assert not isinstance(Basket(), Child)
assert not isinstance(3, Basket)
assert type(Basket()) is Basket
assert Basket.__name__ == 'Basket'
