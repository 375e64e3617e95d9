import matplotlib.pyplot as plt


def d():
    plt.plot([1, 2], label="x")
    plt.title("T")


# --- tests ---
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
d()
assert len(ax.lines) == 1 and ax.get_title() == "T" and plt.gca() is ax
plt.close("all")
plt.figure()
d()
assert len(plt.gca().lines) == 1 and len(plt.gcf().axes) == 1
