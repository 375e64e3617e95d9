opened = 0


def read(path):
    global opened
    opened += 1
    return open(path).read()


# --- answer ---
def content(path):
    return read(path)


# --- tests ---
import pathlib

pathlib.Path("a.txt").write_text("tea")
assert content("a.txt") == content("a.txt") == "tea"
assert opened <= 1
