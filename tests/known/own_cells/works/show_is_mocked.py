import matplotlib.pyplot as plt


def p():
    plt.plot([1])
    plt.show()


# --- tests ---
from unittest import mock
import matplotlib.pyplot as plt

with mock.patch("matplotlib.pyplot.show") as s:
    p()
assert s.called
