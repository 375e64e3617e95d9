def load(p):
    return p.read_text()


def write(d):
    q = d / "o.txt"
    q.write_text("hey")
    return q


# --- tests ---
import tempfile, pathlib

d = pathlib.Path(tempfile.mkdtemp())
(d / "x.txt").write_text("yo")
assert load(d / "x.txt") == "yo"
q = write(d)
assert q.exists() and q.read_text() == "hey" and q == d / "o.txt"
