def emit(handlers):
    return [handler() for handler in handlers]
# --- tests ---
class Boom(Exception):
    pass


def fail():
    raise Boom("x", 3)


try:
    emit([fail])
    raise AssertionError
except Boom as error:
    assert error.args == ("x", 3)
