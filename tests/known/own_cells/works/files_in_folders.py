import os


def mk():
    os.makedirs("out/sub", exist_ok=True)
    open("out/sub/a.txt", "w").write("1")


# --- tests ---
mk()
import os

assert os.listdir("out/sub") == ["a.txt"]
