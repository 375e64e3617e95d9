"""What a Sequence really serves: asked directly, and through a real `model.fit`.

`observe` returns one complete `Record`. Nothing here judges: `mistakes` does that. Nothing here
looks at an attribute of the Sequence: only `len`, `[]` and what `fit` received count.
"""

import functools
import time
import warnings

import numpy as np

from autograder.sequence.fit import watch_fit
from autograder.sequence.host import guest_of, host_of
from autograder.sequence.reading import leaves, read_batch, read_length, read_outcome
from autograder.sequence.record import MOST_BATCHES, Record
from autograder.sequence.samples import Identity

__all__ = ["ask", "changes", "note_lengths", "observe", "observe_guest"]


def observe(sequence, data, labels, batch_size=32, epochs=2, fit=True, shuffle=False):
    """Ask a Sequence for its batches, run it through `model.fit`, and record what came.

    sequence: an object made from `data` and `labels`. data: shape (n, ...), or a tuple, list or dict
    of such arrays, of which the first tells the samples. labels: shape (n,), the like, or None.
    batch_size: the one it was made with. epochs: at least 2, since some mistakes show only after
    `on_epoch_end`. shuffle: as `fit` takes it.

    Returns: `Record`. It raises nothing that the Sequence raises: that is recorded.
    """
    data, labels = _first(data), _first(labels)
    guest = guest_of(sequence, data, labels)
    with host_of(type(sequence)).luck():
        return observe_guest(guest, data, labels, batch_size, epochs if fit else 0, shuffle)


def observe_guest(guest, data, labels, batch_size, epochs=0, shuffle=False, identity=None):
    """Ask a `Guest` for its length and twice for all its batches; run epochs of `fit`. Returns `Record`.

    identity: what tells the samples, where their values alone do not.
    """
    started = time.perf_counter()
    identity = Identity(data) if identity is None else identity
    before = _copy(data), _copy(labels)
    record = Record.of(data, labels, batch_size, alike=identity.alike)
    note_lengths(record, guest.length(), guest.num_batches())
    _ask_twice(guest, record, identity)
    if epochs and record.may_fit:
        watch_fit(guest.for_fit, record, before[0], epochs, shuffle=shuffle)
    record.changed = changes(before, guest)
    record.seconds = time.perf_counter() - started
    return record


def _first(structure):
    """The array that tells the samples: of nested arrays the first; a list of arrays is a list."""
    if isinstance(structure, dict) or (isinstance(structure, tuple) and not isinstance(structure, str)):
        return next(iter(leaves(structure)), None)
    return structure


def _copy(data):
    """A copy that stays as it is, of an array or of a list of arrays of different shapes."""
    if data is None:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # NumPy's word on lists that are no rectangle, once a warning
            return np.array(data)
    except (ValueError, Warning):
        return [np.array(item) for item in data]


def _ask_twice(guest, record, identity):
    """Ask for all batches, and again in reverse order; note what changed in between."""
    count = record.asked_length if record.fit_length is None else record.fit_length
    indices = range(min(count, record.asked_length + 3, MOST_BATCHES))
    record.batches = ask(guest, indices, identity)
    if not record.stuck:
        record.again = ask(guest, reversed(indices), identity)
    record.moved = _moved(guest, record.batches, identity)


def note_lengths(record, length, num_batches=None):
    """Write the outcomes of a `Guest`'s `length` and `num_batches` into a record."""
    record.length, record.length_received, record.length_problem = read_length(length)
    if num_batches is not None:
        record.own_num_batches = True
        record.num_batches, record.num_batches_received, record.num_batches_problem = read_length(num_batches)


def ask(guest, indices, identity):
    """Ask a `Guest` for batches, one after the other: list of `Batch`, up to one that never comes."""
    return guest.batches(indices, functools.partial(read_outcome, identity=identity))


def _moved(guest, batches, identity):
    """Find the first batch that is not any more what it was when it was served."""
    first = {batch.index: batch for batch in batches}
    for index, served in guest.held():
        if index in first and read_batch(index, served, identity) != first[index]:
            return index
    return None


def changes(before, guest):
    """Return which of the caller's arrays, "data" and "labels", are not as they were.

    before: copies of what the `Guest` was made from.
    """
    return tuple(
        name
        for name, old, new in zip(("data", "labels"), before, guest.arguments())
        if old is not None and new is not None and not _equal(old, new)
    )


def _equal(old, new):
    if isinstance(old, list):
        return len(old) == len(new) and all(map(np.array_equal, old, new))
    return np.array_equal(old, np.asarray(new))
