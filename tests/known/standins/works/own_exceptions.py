assert issubclass(Lost, KeyError)
try:
    Basket([1, 2, 3]).put(4)
except Lost as error:
    assert error.tried == [1, 2, 3]
    assert error.args == (4,)
    assert isinstance(error, KeyError)
    assert isinstance(error.__cause__, ValueError)
else:
    assert False
