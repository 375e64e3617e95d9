# --- answer ---
import numpy as np


class Net:
    def __init__(self, side):
        self.params = {"W": np.ones((side, side))}

    def step(self):
        self.params["W"] -= 0.1


# --- tests ---
import numpy as np

net = Net(200)
params = net.params
assert np.allclose(params["W"], 1)
net.step()
assert np.allclose(params["W"], 0.9)
assert np.allclose(net.params["W"], 0.9)
larger = Net(700)
larger.step()
assert np.allclose(larger.params["W"], 0.9)
larger.step()
assert np.allclose(larger.params["W"], 0.8)
