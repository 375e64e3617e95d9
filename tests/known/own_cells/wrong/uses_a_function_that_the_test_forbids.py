# --- answer ---
import numpy as np


def mean(xs):
    return sum(xs) / len(xs)


# --- tests ---
def sum(*xs):
    raise AssertionError("without sum, please")


assert mean([1, 2, 3]) == 2
