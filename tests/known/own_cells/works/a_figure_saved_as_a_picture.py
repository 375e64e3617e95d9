import matplotlib.pyplot as plt

fig, ax = plt.subplots()
ax.plot([1, 2])
fig.savefig("both.png")
# --- tests ---
import os

assert os.path.getsize("both.png") > 1000
import matplotlib.pyplot as plt

assert plt.imread("both.png").ndim == 3
