import matplotlib.pyplot as plt
assert not plt.get_fignums()
draw_and_return_nothing()
axes = plt.gca()
assert axes.get_title() == 'drawn'
assert axes.lines[0].get_ydata().tolist() == [3, 4]
assert len(plt.gcf().axes) == 1
figure, own = plt.subplots()
own.plot([5, 6])
plt.title('own')
assert plt.gca() is own
assert own.get_title() == 'own'
plt.close('all')
