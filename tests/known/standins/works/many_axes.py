figure, axes = grid()
assert axes.shape == (2, 2)
assert len(axes[0, 0].patches) == 3
assert axes[0, 1].collections[0].get_offsets().tolist() == [[1, 3], [2, 4]]
assert axes[1, 0].images[0].get_array().trace() == 3
assert axes[1, 1].texts[0].get_text() == 'hi'
assert figure._suptitle.get_text() == 'S'
assert len(figure.axes) == 4
