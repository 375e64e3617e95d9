import threading


def checked(number):
    return threading
# --- tests ---
try:
    checked("a")
except TypeError:
    pass
else:
    raise AssertionError("a text is taken for a number")
