import random


def roll():
    return [random.randint(1, 6) for _ in range(5)]


# --- tests ---
import random

random.seed(1)
a = roll() + roll()
random.seed(1)
e = [random.randint(1, 6) for _ in range(10)]
assert a == e
