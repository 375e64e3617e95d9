import matplotlib.pyplot as plt


def d():
    f, a = plt.subplots()
    a.plot([1, 2])
    return a


# --- tests ---
import matplotlib.pyplot as plt

f, e = plt.subplots()
e.plot([1, 2])
a = d()
assert (a.lines[0].get_xydata() == e.lines[0].get_xydata()).all()
