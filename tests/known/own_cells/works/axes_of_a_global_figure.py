import matplotlib.pyplot as plt

fig, (a1, a2) = plt.subplots(1, 2)
a2.set_yscale("log")
fig.suptitle("Both")
sc = a2.scatter([1, 2], [3, 4])
# --- tests ---
import matplotlib

assert len(fig.axes) == 2 and fig.axes[0] is a1
assert (
    a1.figure is fig
    and fig._suptitle.get_text() == "Both"
    and a2.get_yscale() == "log"
    and isinstance(sc, matplotlib.collections.PathCollection)
)
