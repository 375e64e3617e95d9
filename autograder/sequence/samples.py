"""Generated samples that carry their own identity.

A sample's number can be read back from its values, and its label is a known
function of that number. So a batch that `fit` was served says by itself which
samples came, in which order, and whether each came with its own label.
"""

import threading
from pathlib import Path
from typing import NamedTuple

import numpy as np

from autograder.sequence.record import NOT_A_SAMPLE

__all__ = [
    "Identity",
    "Meeting",
    "Reader",
    "Samples",
    "ShardError",
    "data_folder",
    "numbered",
    "striped_images",
]

FIRST_LABEL = 100
LABEL_STEP, LABEL_COUNT = 6_151, 10_007
"""Labels in `numbered` go round a prime number in large steps: no two of them are
equal, and sorting, reversing or shifting them always shows."""

THREADS = ("asks 0", "asks 1")
"""Names of the two threads of which a `Meeting` makes one wait for the other."""
_making = threading.Lock()


class Samples(NamedTuple):
    """Arrays of one length n, in the order that a `DataGenerator` takes them.

    data: shape (n, ...), one row a sample. labels: shape (n,).
    """

    data: np.ndarray
    labels: np.ndarray


def numbered(n, shape=(2,), dtype="float32", label_dtype="int64"):
    """Make n samples, numbered 0 … n-1, whose values say their number.

    Floating-point samples hold `i + k / 4096` at their k-th feature, so that the
    first feature of sample i is i, and no two features of a sample are the same.
    Integer samples hold `i + k`, as far as the dtype reaches. The label of sample
    i is `100 + 6151·i mod 10007`, and a quarter more for floating-point labels, so
    n may be up to 10,007.

    Returns: `Samples`, data of shape `(n, *shape)`.
    """
    dtype = np.dtype(dtype)
    features = np.arange(int(np.prod(shape))).reshape(shape)
    step = 1 / 4096 if dtype.kind == "f" else 1
    rows = np.arange(n).reshape(-1, *[1] * len(shape)) + features * step
    labels = FIRST_LABEL + np.arange(n, dtype="int64") * LABEL_STEP % LABEL_COUNT
    fraction = 0.25 if np.dtype(label_dtype).kind == "f" else 0
    return Samples(rows.astype(dtype), (labels + fraction).astype(label_dtype))


def striped_images(n, classes=10, tail=8, size=8, seed=0):
    """Make n grey images that a small model can learn, the last class only in the tail.

    An image of class c has a bright row c, under noise. Labels are sorted by
    class: classes 0 … classes-2 share the first n - tail samples evenly, and the
    last `tail` samples are the whole of the last class. No two images are equal.

    Returns: `Samples`, data float32 of shape `(n, classes, size, 1)` in 0 … 1,
    labels int64 of shape (n,).
    """
    rng = np.random.default_rng(seed)
    labels = np.concatenate(
        [
            np.sort(np.arange(n - tail) % (classes - 1)),
            np.full(tail, classes - 1),
        ]
    )
    data = 0.5 * rng.random((n, classes, size, 1), dtype="float32")
    data[np.arange(n), labels] += 0.5
    return Samples(data, labels)


def data_folder():
    """Return the folder that holds the shards of lesson 3, and the pictures of lesson 5.

    It is `data/` beside the package, or the nearest `data/` above the current folder.

    Raises: FileNotFoundError, with what to do, where there is none.
    """
    here = Path(__file__).resolve().parent.parent
    for folder in (here, here.parent, *(Path.cwd() / "x").parents):
        if (folder / "data" / "make_shards.py").is_file():
            return folder / "data"
    raise FileNotFoundError(
        "There is no folder data/ with the files of lessons 3 and 5: start JupyterLab in the folder "
        "of the course, the one that holds README.md."
    )


class Identity:
    """Tells which sample a served row is, by its values alone, whatever its dtype.

    data: shape (n, ...), or a list of arrays. size: how many samples there are. alike: where some
    samples are equal, for each sample the number of the first that is equal to it; else empty. Which of
    equal samples came nobody can tell: the first stands for all of them.
    """

    def __init__(self, data):
        self.size, self._number = len(data), {}
        first = [self._number.setdefault(key, number) for number, key in enumerate(self._keys(data))]
        self.alike = tuple(first) if len(self._number) < self.size else ()

    @staticmethod
    def _keys(rows):
        if isinstance(rows, (list, tuple)) or getattr(rows, "dtype", None) == object:
            return [_key(row) for row in rows]
        values = np.asarray(rows)
        if values.dtype.kind in "US":  # file names, say
            return [_key(row) for row in values]
        values = values.astype("float64")
        values[np.isnan(values)] = np.nan  # there are many, and all are one
        values = values.tobytes()
        size = len(values) // max(1, len(rows))
        return [values[start * size : (start + 1) * size] for start in range(len(rows))]

    def numbers(self, rows):
        """Return the number of each row as a tuple of int; -1 for a row that is no sample."""
        try:
            return tuple(self._number.get(key, NOT_A_SAMPLE) for key in self._keys(rows))
        except (TypeError, ValueError):  # objects: no sample of ours
            return (NOT_A_SAMPLE,) * len(rows)


def _key(row):
    """What is equal for equal rows alone, where rows may be of different shapes, or text."""
    array = np.asarray(row)
    if array.dtype.kind in "biuf":
        return array.shape, array.astype("float64").tobytes()
    return array.shape, str(array.tolist())


class Reader:
    """Samples that are read when they are asked for, some of which cannot be read.

    It has `len`, `shape`, `dtype`, `ndim`, `take` and takes an int, a slice, an index
    array, or a tuple that begins with one of these, as an array does.

    data: shape (n, ...). bad: numbers of the samples that cannot be read.
    error: the exception to raise for them; every time a new one like it is raised.
    """

    def __init__(self, data, bad, error):
        self._data, self._bad, self._error = data, np.asarray(bad), error
        self.shape, self.dtype, self.ndim = data.shape, data.dtype, data.ndim

    def __len__(self):
        return len(self._data)

    def __getitem__(self, key):
        rows = np.arange(len(self._data))[key[0] if isinstance(key, tuple) else key]
        if np.isin(rows, self._bad).any():
            raise type(self._error)(*self._error.args)
        return self._data[key]

    def take(self, indices, axis=0, **options):
        """Return the samples at `indices`, as `np.take` does along the first axis."""
        return self[np.asarray(indices)]


class ShardError(Exception):
    """What a reader of files raises that has an exception of its own."""


class Meeting(np.ndarray):
    """An array that lets two threads read from it at the same time.

    Of two threads named "asks 0" and "asks 1" the one that reads first waits until the other reads
    too. So a class that keeps something on itself from one line to the next is seen to mix up two
    calls, every time. Where the two never meet, since the class has a lock, they wait only once.
    """

    SECONDS = 1
    _here = None

    def __new__(cls, data):
        return np.array(data).view(cls)

    def __getitem__(self, key):
        name = threading.current_thread().name
        if name in THREADS:
            with _making:
                if self._here is None:  # made where it is used: locks do not travel between processes
                    self._here = threading.Condition(), set()
            changed, here = self._here
            with changed:
                here.add(name)
                changed.notify_all()
                if not changed.wait_for(lambda: len(here) > 1, self.SECONDS):
                    here.update(THREADS)
        return np.asarray(self)[key]
