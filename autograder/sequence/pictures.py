"""Generated pictures in files, which carry their own identity: their pixels say which picture it is."""

import functools
import io
from pathlib import Path
from typing import NamedTuple

import numpy as np

from autograder.sequence.samples import Identity, numbered

__all__ = ["DAMAGED", "OTHERS", "PICTURES", "SIZE", "Album", "PictureIdentity", "Pictures", "album"]

SIZE = 16
PICTURES, OTHERS, DAMAGED = "pictures", "others", "damaged"
"""Folders: of the pictures; of others under the same ids; of some, the last of which is cut off."""
COUNT, STRANGERS, FEW = 72, 6, 12
"""How many pictures there are; how many more files, whose ids nobody is given; how many in `DAMAGED`."""


class Pictures(NamedTuple):
    """What a class that reads files takes, in this order.

    ids: int64 array (n,). labels: int64 array (n,), each label of its own. folder: the path of the folder
    that holds a file `<id>.png` for each id.
    """

    ids: np.ndarray
    labels: np.ndarray
    folder: Path


class PictureIdentity(Identity):
    """Tells which picture a served row is: to the nearest of 256 steps, in any dtype and any rounding.

    Of a picture with channels the first one counts. steps: what is multiplied by 255 to be compared; 1
    for pictures that nobody scaled.
    """

    def __init__(self, data, steps=255):
        self._steps = 255
        super().__init__(data)
        self._steps = steps

    def _keys(self, rows):
        values = np.asarray(rows, "float64")
        if values.ndim == 4:
            values = values[..., 0]
        return super()._keys(np.rint(values * self._steps) + 0.0)  # there are two zeros


class Album:
    """Pictures that nobody has seen before: ids, labels, and pixels of shape (n, SIZE, SIZE) in 0 … 1.

    Ids and labels are always the same, so that findings are. Pixels are others in each: who serves the
    right ones has read them in the files. missing: an id that no file has.
    """

    def __init__(self):
        names = np.random.default_rng(0).permutation(np.arange(10_000, 100_000))[: COUNT + STRANGERS + 1]
        self.ids, self.labels = names[:COUNT], numbered(COUNT).labels
        self.missing = int(names[-1])
        shape = (COUNT + STRANGERS, SIZE, SIZE)
        self._names = names[:-1]
        chance = np.random.default_rng()
        self._bytes, self._other_bytes = (chance.integers(0, 256, shape, dtype="uint8") for _ in range(2))

    def pixels(self, n, folder=PICTURES):
        """The first n pictures of a folder, as a class is to serve them: float32 array (n, SIZE, SIZE).

        With None for n also those whose ids nobody is given.
        """
        read = self._other_bytes if folder == OTHERS else self._bytes
        return read[:n].astype("float32") / 255

    def files(self):
        """What is to be written: {path: content}."""
        files = {}
        for name, one, other in zip(self._names, self._bytes, self._other_bytes):
            files[f"{PICTURES}/{name}.png"], files[f"{OTHERS}/{name}.png"] = _png(one), _png(other)
        for name in self.ids[:FEW]:
            content = files[f"{PICTURES}/{name}.png"]
            last = name == self.ids[FEW - 1]
            files[f"{DAMAGED}/{name}.png"] = content[: len(content) // 2] if last else content
        return files


@functools.cache
def album():
    """The pictures of this process: all checks have the same, so that a cache for all objects shows."""
    return Album()


def _png(pixels):
    from PIL import Image

    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "png")
    return file.getvalue()
