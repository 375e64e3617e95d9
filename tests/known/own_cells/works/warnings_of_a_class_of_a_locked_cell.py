import warnings


class OutOfRange(UserWarning):
    pass


def clip(value):
    if value > 1:
        warnings.warn("too large", OutOfRange, stacklevel=2)
    return min(value, 1)


# --- answer ---
def clipped(values):
    return [clip(value) for value in values]


# --- tests ---
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    assert clipped([0.5, 2]) == [0.5, 1]
assert [one.category for one in caught] == [OutOfRange]
with warnings.catch_warnings():
    warnings.simplefilter("error", OutOfRange)
    try:
        clipped([2])
    except OutOfRange as error:
        assert "too large" in str(error)
    else:
        assert False
