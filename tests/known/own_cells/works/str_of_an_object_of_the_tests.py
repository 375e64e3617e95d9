class D:
    pass


def f(o):
    return str(o) + repr(o)


# --- tests ---
class T:
    def __str__(s):
        return "S"

    def __repr__(s):
        return "R"


assert f(T()) == "SR"
