# --- answer ---
heard = []


class Runner:
    def add_text(self, name, text):
        heard.append(text)


def greet(name, out):
    out.write("Hello " + name)
    out._runner = Runner()
# --- tests ---
import sys

greet("Bo", sys.stdout)
print("next")
