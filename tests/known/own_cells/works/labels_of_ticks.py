import matplotlib.pyplot as plt

fig, ax = plt.subplots()
ax.bar(["a", "b"], [3, 4])
# --- tests ---
fig.canvas.draw()
assert [t.get_text() for t in ax.get_xticklabels()] == ["a", "b"]
