def safe(f):
    try:
        return f()
    except ValueError:
        return "bad"


# --- tests ---
class MyE(ValueError):
    pass


def g():
    raise MyE("x")


assert safe(g) == "bad"
