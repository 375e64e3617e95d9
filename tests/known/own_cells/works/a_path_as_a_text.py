def save(p):
    return "/etc/passwd"


# --- tests ---
import os

assert save(1) == "/etc/passwd"
