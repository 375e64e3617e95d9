values = np.ones(4)
part = halved(values)
assert part.tolist() == [0.5, 0.5] and values.tolist() == [0.5] * 4
halved(values)
assert part.tolist() == [0.25, 0.25]
