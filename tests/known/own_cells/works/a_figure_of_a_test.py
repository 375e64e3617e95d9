def d(fig):
    ax = fig.add_subplot(111)
    ax.plot([1, 2])
    return ax


# --- tests ---
import matplotlib.pyplot as plt

fig = plt.figure()
ax = d(fig)
assert len(fig.axes) == 1 and len(ax.lines) == 1 and ax.figure is fig
