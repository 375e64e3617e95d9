"""What the files hold that a batch opened, one for each of its rows, read once more by ourselves."""

import contextlib
import math
import os

import numpy as np

from autograder.diagnosis.holding import loaded
from autograder.diagnosis.reads import folder_and_words

__all__ = ["Decoder"]

PICTURES = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".tif", ".tiff")
MOST_FILES, MOST_BYTES = 120, 20_000_000
"""So many files are read, of so many bytes each."""
MOST_NUMBERS = 50_000_000
"""Of all that is read together."""


class Decoder:
    """Reads the files that the batches of an epoch opened; each file once. batches: `record.Batch` each."""

    def __init__(self, batches):
        self._read, self._left = {}, MOST_NUMBERS
        self._kinds = {batch.index: _paths_of_rows(batch) for batch in batches if batch.rows}
        counts = {len(kinds) for kinds in self._kinds.values()}
        self._names = [_called(kinds) for kinds in zip(*self._kinds.values())] if len(counts) == 1 else []

    def of_rows(self, batch):
        """Yield `(name, arrays)` for each kind of file of which a batch opened one for each row.

        name: what these files are called in a sentence. arrays: in the order in which they were opened.
        """
        for name, paths in zip(self._names, self._kinds.get(batch.index, ())):
            arrays = [self._array(path) for path in paths]
            if all(array is not None for array in arrays):
                yield name, arrays

    def opened(self, batch):
        """`{name: array}` of the arrays in .npy files that a batch opened, however many rows are of each."""
        paths = {os.path.normpath(path) for path in batch.reads.get("<files>", ()) if path.endswith(".npy")}
        arrays = {path: self._array(path) for path in sorted(paths)}
        return {f"the files such as {os.path.basename(p)!r}": a for p, a in arrays.items() if a is not None}

    def _array(self, path):
        if path not in self._read:
            self._read[path] = None
            if len(self._read) <= MOST_FILES and self._left > 0:
                self._read[path] = _decoded(path)
                self._left -= getattr(self._read[path], "size", 0)
        return self._read[path]


def _paths_of_rows(batch):
    """The paths that a batch opened, by kinds with one for each row, such as pictures and masks: lists of paths.

    Empty where they are not so: each row may be made of several files, or of none.
    """
    opened = dict.fromkeys(map(os.path.normpath, batch.reads.get("<files>", ())))
    for kind_of in (folder_and_words, _folder, _last_folder, _ending):
        kinds = {}
        for path in opened:
            kinds.setdefault(kind_of(path), []).append(path)
        if kinds and all(len(paths) == batch.rows for paths in kinds.values()):
            return [*kinds.values()]
    return []


def _called(lists):
    """What some files are called in a sentence. lists: of their paths."""
    folders = {os.path.dirname(path) for paths in lists for path in paths}
    return f"the files in {os.path.basename(os.path.commonpath(folders))!r}"


def _folder(path):
    return os.path.dirname(path), _ending(path)


def _last_folder(path):
    return os.path.basename(os.path.dirname(path)), _ending(path)


def _ending(path):
    return os.path.splitext(path)[1].lower()


def _decoded(path):
    """The numbers in a file, or None."""
    with contextlib.suppress(Exception):  # whatever a damaged file makes a library raise
        if os.path.getsize(path) > MOST_BYTES:
            return None
        ending = _ending(path)
        if ending == ".npy":
            array = np.load(path, allow_pickle=False, mmap_mode="r")
            return np.array(array) if array.size <= MOST_BYTES else None
        if ending == ".npz":
            with np.load(path, allow_pickle=False) as archive:
                arrays = [array for array in map(archive.get, archive.files) if array.ndim]
            return arrays[0] if len(arrays) == 1 and arrays[0].size <= MOST_BYTES else None
        if ending in PICTURES and loaded("PIL.Image"):
            with loaded("PIL.Image").open(path) as picture:
                return np.array(picture) if math.prod(picture.size) <= MOST_BYTES else None
        if ending == ".wav" and loaded("scipy.io.wavfile"):
            return loaded("scipy.io.wavfile").read(path)[1]
    return None
