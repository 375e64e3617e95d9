"""Files that are written into a folder, for a class or for tests to read."""

import os

__all__ = ["write_files"]


def write_files(folder, files):
    """Write files into a folder, with the folders that they lie in. files: {path in the folder: bytes}."""
    for name, content in files.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content)
