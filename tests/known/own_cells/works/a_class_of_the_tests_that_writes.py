class Logger:
    def __init__(self, out):
        self.out = out

    def log(self, *a):
        print(*a, file=self.out)


# --- tests ---
class Sink:
    def __init__(self):
        self.parts = []

    def write(self, s):
        self.parts.append(s)


k = Sink()
Logger(k).log("hi")
assert "".join(k.parts) == "hi\n"
