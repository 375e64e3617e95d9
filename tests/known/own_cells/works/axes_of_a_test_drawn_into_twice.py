def d(ax, x):
    ax.plot(x, x)
    ax.set_xlabel("q")


# --- tests ---
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(3, 2))
d(ax, [1, 2])
d(ax, [2, 3])
assert len(ax.lines) == 2 and ax.get_xlabel() == "q" and ax.lines[1].get_xdata().tolist() == [2, 3]
