axes = draw(2)
rename(axes)
assert axes.get_title() == 'new'
