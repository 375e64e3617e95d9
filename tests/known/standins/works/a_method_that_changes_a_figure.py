axes = draw(2)
axes.set_title('x')
assert axes.get_title() == 'x' and axes.title.get_text() == 'x'
