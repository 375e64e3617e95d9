# --- answer ---
def content(name):
    with open(name) as file:
        return file.read()


# --- tests ---
import contextlib
import os
import pathlib
import tempfile

with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
    pathlib.Path("a.txt").write_text("tea")
    assert content("a.txt") == "tea"
