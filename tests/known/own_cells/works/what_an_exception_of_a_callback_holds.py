# --- answer ---
def missing(read):
    try:
        read("b")
    except KeyError as error:
        return error.args[0]


def number(read):
    try:
        read()
    except OSError as error:
        return error.errno


def parts(read):
    try:
        read()
    except ValueError as error:
        return error.args
# --- tests ---
def nothing():
    open("nothing.csv")


def bad():
    raise ValueError("bad", 3)


assert missing({}.__getitem__) == "b" or missing(lambda key: {}[key]) == "b"
assert missing(lambda key: {}[key]) == "b"
assert number(nothing) == 2
assert parts(bad) == ("bad", 3)
