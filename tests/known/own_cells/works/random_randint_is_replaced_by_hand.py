import random


def roll():
    return random.randint(1, 6)


# --- tests ---
import random

old = random.randint
random.randint = lambda a, b: 9
assert roll() == 9
random.randint = old
assert roll() < 7
