assert not Basket()
assert Basket([1])
assert float(Basket([1, 2])) == 3.0
assert np.asarray(Basket([1, 2])).sum() == 3
np.testing.assert_array_equal(Basket([1, 2]), [1, 2])
