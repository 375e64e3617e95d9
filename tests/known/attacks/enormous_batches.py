"""Batches of thirty million rows, which are not too large for a message."""
import numpy as np
from autograder.sequence.host import Guest
rows = np.zeros(30_000_000, "uint8")
Guest._get = lambda self, index: (rows[:, None], rows)
