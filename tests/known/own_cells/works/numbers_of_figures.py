import matplotlib.pyplot as plt


def d():
    plt.figure()
    plt.plot([1])


# --- tests ---
import matplotlib.pyplot as plt

d()
assert len(plt.get_fignums()) == 1
