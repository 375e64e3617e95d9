"""The disk is filled with many files."""
import os
try:
    for k in range(1_000_000):
        with open(f"small{k}", "wb") as file:
            file.write(b"x" * 1000)
except OSError:
    pass
