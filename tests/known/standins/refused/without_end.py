# more than 2,000 items
import autograder.grading.standin as standin

standin.MOST_ITEMS = 2_000  # of this process of the tests, which would ask a minute for all that may come
try:
    for _ in endless():
        pass
finally:
    standin.MOST_ITEMS = 100_000
