import matplotlib
axes = draw(4)
assert axes.get_title() == 'T'
assert axes.get_xlabel() == 'x'
assert axes.get_xlim() == (0, 5)
assert len(axes.lines) == 1
assert isinstance(axes, matplotlib.axes.Axes)
line = axes.get_lines()[0]
assert line.get_ydata().tolist() == [0, 1, 4, 9]
assert line.get_linestyle() == '--'
assert line.get_color() == 'r'
assert line.get_label() == 'squares'
assert [t.get_text() for t in axes.get_legend().get_texts()] == ['squares']
assert axes.get_legend_handles_labels()[1] == ['squares']
assert axes.figure.axes[0].get_ylabel() == 'y'
assert axes.title.get_text() == 'T'
assert axes.xaxis.get_label().get_text() == 'x'
