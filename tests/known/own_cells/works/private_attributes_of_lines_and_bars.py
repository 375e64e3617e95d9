import matplotlib.pyplot as plt

fig, ax = plt.subplots()
ax.plot([1, 2], "r--o")
ax.bar([1, 2], [3, 4], alpha=0.5)
ax.grid(True)
# --- tests ---
import matplotlib

l = ax.lines[0]
assert l._color == "r" and l._linestyle == "--" and l._marker._marker == "o"
r = [c for c in ax.get_children() if c.__class__ == matplotlib.patches.Rectangle]
assert len(r) >= 2 and r[0]._alpha == 0.5
assert ax.xaxis.get_gridlines()[0].get_visible()
fig.canvas.draw()
assert ax.get_yaxis().get_label_position() == "left"
