import random


def roll():
    return [random.randint(1, 6) for _ in range(5)]


# --- tests ---
import random

random.seed(1)
a = roll()
random.seed(1)
b = roll()
c = roll()
random.seed(1)
e = [random.randint(1, 6) for _ in range(5)]
assert a == b == e and c != a
