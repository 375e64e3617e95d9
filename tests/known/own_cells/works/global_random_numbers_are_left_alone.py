import random


def roll():
    return random.Random(0).randint(1, 6)


# --- tests ---
import random

random.seed(5)
a = random.random()
random.seed(5)
roll()
assert random.random() == a
