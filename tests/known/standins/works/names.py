assert answer == 42
assert array.tolist() == [[0, 1, 2], [3, 4, 5]]
assert inside == 'seen'
assert np.pi > 3
