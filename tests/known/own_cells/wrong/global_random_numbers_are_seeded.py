import random


def roll():
    random.seed(0)
    return random.randint(1, 6)


# --- tests ---
import random

random.seed(5)
a = random.random()
random.seed(5)
roll()
assert random.random() == a
