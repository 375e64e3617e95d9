import matplotlib.pyplot as plt

fig, ax = plt.subplots()
ax.plot([1], label="a")
ax.legend(loc="upper left")
# --- tests ---
assert (
    ax.get_legend()._loc == 2
    and ax.legend_.get_texts()[0].get_text() == "a"
    and ax.get_legend().get_title().get_text() == ""
)
