# --- answer ---
from statistics import mean as average
import statistics


def middle(xs):
    return statistics.fmean(xs)


# --- tests ---
import statistics as given


def forbidden(*arguments, **options):
    raise AssertionError("without fmean, please")


kept, given.fmean = given.fmean, forbidden
try:
    assert middle([1, 2, 3]) == 2
finally:
    given.fmean = kept
