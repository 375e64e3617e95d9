"""The disk is filled with one file."""
try:
    with open("big", "wb") as file:
        for _ in range(10_000):
            file.write(b"x" * 1_000_000)
except OSError:
    pass
