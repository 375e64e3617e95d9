import matplotlib

matplotlib.use("agg")
import matplotlib.pyplot as plt

# --- answer ---
def draw(numbers):
    plt.plot(numbers)
    return plt.gca()


axes = draw([1, 2])
# --- tests ---
assert len(draw([3, 4]).lines) == 1, "a new plot needs new axes"
