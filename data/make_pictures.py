"""Make the pictures of lesson 5: small grey PNG files, and the table of their labels.

    python data/make_pictures.py

Their pixels are the same at every run. Each file is named after its id. The table names one more
picture, which has no file, as happens when something is copied in part.
"""

from pathlib import Path

import numpy as np
from PIL import Image

PICTURES, SIZE, MISSING = 40, 16, 27
KINDS = ("ring", "cross", "stripes")


def draw(kind, rng):
    """Return one picture of a kind: uint8 array of shape (SIZE, SIZE), bright on dark."""
    down, right = np.indices((SIZE, SIZE)) - rng.integers(6, 10, (2, 1, 1))
    distance = np.hypot(down, right)
    shapes = {
        "ring": (distance > 3) & (distance < 6),
        "cross": (abs(down) < 2) | (abs(right) < 2),
        "stripes": (down + right) % 5 < 2,
    }
    return np.where(shapes[kind], rng.integers(150, 256), rng.integers(10, 60)).astype("uint8")


def main(folder=Path(__file__).parent / "pictures"):
    """Write pictures and table into a folder."""
    rng = np.random.default_rng(0)
    folder = Path(folder)
    folder.mkdir(exist_ok=True)
    lines = []
    for row, name in enumerate(rng.permutation(np.arange(1000, 10_000))[: PICTURES + 1]):
        label = int(rng.integers(len(KINDS)))
        picture = Image.fromarray(draw(KINDS[label], rng))
        lines.append(f"{name},{label}\n")
        if row != MISSING:
            picture.save(folder / f"{name}.png", optimize=True)
    (folder / "labels.csv").write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main()
