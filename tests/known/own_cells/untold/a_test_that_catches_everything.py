import threading


def checked(number):
    return threading
# --- tests ---
try:
    checked("a")
except:
    pass
