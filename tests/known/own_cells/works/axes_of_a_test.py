import matplotlib.pyplot as plt


def bars(l, v, ax=None):
    ax = ax or plt.gca()
    ax.bar(l, v, color="green")
    ax.set_title("T")
    return ax


# --- tests ---
import matplotlib.pyplot as plt

fig, axs = plt.subplots(1, 2)
r = bars(["a", "b", "c"], [1, 2, 3], ax=axs[1])
assert r is axs[1]
assert len(axs[1].patches) == 3 and len(axs[0].patches) == 0
assert [p.get_height() for p in axs[1].patches] == [1, 2, 3] and axs[1].get_title() == "T"
assert [t.get_text() for t in axs[1].get_xticklabels()] == ["a", "b", "c"]
assert isinstance(axs[1], plt.Axes)
plt.close(fig)
