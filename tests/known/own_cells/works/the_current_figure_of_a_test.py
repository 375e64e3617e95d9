import matplotlib.pyplot as plt


def d():
    plt.plot([1, 2], label="x")


# --- tests ---
import matplotlib.pyplot as plt

plt.figure()
d()
assert len(plt.gca().lines) == 1
plt.figure()
d()
assert len(plt.gca().lines) == 1
plt.clf()
d()
assert len(plt.gca().lines) == 1
d()
assert len(plt.gca().lines) == 2
plt.close("all")
d()
assert len(plt.gca().lines) == 1
