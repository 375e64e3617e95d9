import random


def roll():
    return random.Random(3).randint(1, 6)


# --- tests ---
import random

random.seed(1)
xs = [random.randint(1, 1000) for _ in range(3)]
roll()
assert xs and len({random.randint(1, 1000) for _ in range(50)}) > 30
