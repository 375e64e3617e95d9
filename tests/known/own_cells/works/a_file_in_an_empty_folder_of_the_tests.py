def save(path):
    with open(path, "w") as file:
        file.write("a,b\n1,2\n")


def save_all(folder):
    save(folder / "one.csv")
    save(folder / "two.csv")


# --- tests ---
import os
import pathlib
import tempfile

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "out.csv")
    save(path)
    assert open(path).read().startswith("a,b")
folder = pathlib.Path(tempfile.mkdtemp())
save_all(folder)
assert sorted(path.name for path in folder.iterdir()) == ["one.csv", "two.csv"]
