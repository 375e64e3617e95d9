# CannotPass
np.testing.assert_array_equal(lie(), [5])
