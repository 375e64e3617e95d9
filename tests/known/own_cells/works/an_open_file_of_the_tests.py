class Logger:
    def __init__(self, out):
        self.out = out

    def log(self, *a):
        print(*a, file=self.out)


# --- tests ---
import io

b = io.StringIO()
Logger(b).log("a", 1)
assert b.getvalue() == "a 1\n"
