closed = []


def averager():
    total, count, average = 0.0, 0, None
    try:
        while True:
            try:
                value = yield average
            except ValueError:
                total, count, average = 0.0, 0, None
                continue
            total, count = total + value, count + 1
            average = total / count
    finally:
        closed.append(1)


def check(x):
    try:
        return 1 / x
    except ZeroDivisionError:
        raise ValueError("no zero")


def opened(path):
    return open(path).read()
# --- tests ---
numbers = averager()
next(numbers)
assert numbers.send(10) == 10 and numbers.send(20) == 15
assert numbers.throw(ValueError("again")) is None and numbers.send(4) == 4
try:
    numbers.throw(KeyError("out"))
    raise AssertionError
except KeyError:
    pass
assert closed == [1]
other = averager()
next(other)
other.close()
assert closed == [1, 1]
try:
    check(0)
    raise AssertionError
except ValueError as error:
    assert isinstance(error.__context__, ZeroDivisionError) and error.__cause__ is None
try:
    opened("not_there.txt")
    raise AssertionError
except FileNotFoundError as error:
    assert error.filename == "not_there.txt" and error.errno == 2
