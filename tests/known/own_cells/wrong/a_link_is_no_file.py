import os


def save(p):
    os.symlink("/etc/passwd", p)


# --- tests ---
import os

save("out.txt")
assert os.path.exists("out.txt")
