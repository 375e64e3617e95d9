"""What the known generators are made of: arrays, tables, texts, files. The same for the same arguments."""

import atexit
import shutil
import tempfile
from pathlib import Path

import numpy as np

__all__ = ["folder", "labels", "pictures", "rows", "sentences"]

_made = []


def folder():
    """A folder that is deleted at the end."""
    _made.append(Path(tempfile.mkdtemp(prefix="generators-")))
    return _made[-1]


@atexit.register
def _remove_folders():
    """Delete what `folder` made."""
    while _made:
        shutil.rmtree(_made.pop(), ignore_errors=True)


def rows(n, *shape):
    """float32 (n, *shape) in [0, 1), no two rows equal."""
    return np.random.RandomState(n).rand(n, *shape).astype("float32")


def labels(n, classes=5):
    """int (n,) of 0 … classes - 1, in no order."""
    return np.random.RandomState(n + 1).randint(0, classes, n)


def pictures(n, size=8, ending="png"):
    """Paths of n pictures of size × size, each another."""
    from PIL import Image

    where, paths = folder(), []
    for i in range(n):
        values = np.random.RandomState(i).randint(0, 256, (size, size, 3)).astype("uint8")
        paths.append(str(where / f"picture_{i:03d}.{ending}"))
        Image.fromarray(values).save(paths[-1])
    return paths


def sentences(n):
    """n lists of numbers of words, of unequal lengths."""
    return [[1 + (i * 7 + j) % 50 for j in range(1 + (i * i) % 13)] for i in range(n)]
