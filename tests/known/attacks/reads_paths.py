"""The course is read by its path."""
import pathlib, autograder
root = pathlib.Path(autograder.__file__).resolve().parent.parent
for path in (root / "solutions", root / "gradebook.db", root / "tests", root / "submitted", root / ".git"):
    print("FOUND" if path.exists() else "nothing", path)
