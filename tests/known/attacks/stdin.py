"""Waits for an answer that nobody gives."""
try:
    input("points? ")
except Exception:
    pass
