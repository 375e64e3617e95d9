"""Rules 7 to 10: asking a class for what it cannot serve."""

import numpy as np

from autograder.mistakes.refusals import (
    numeric_findings,
    past_findings,
    reading_findings,
    unequal_findings,
)
from autograder.sequence.fit import watch_fit
from autograder.sequence.observe import ask, note_lengths
from autograder.sequence.record import Batch
from autograder.sequence.samples import Identity, Reader, ShardError

__all__ = ["judge_numeric", "judge_past", "judge_reading", "judge_unequal"]

BATCH_SIZE = 3
FAR, MOST_NEGATIVE = 100_000, 12
"""An index far away, and how many are counted from the end."""
NO_LABELS = (10, 0)
MOST_TIMES = 10
"""A class whose length is so many times too large is not run through `fit`."""

READ_ERRORS = (
    OSError("the file is cut off"),
    ValueError("cannot reshape what was read"),
    EOFError("no bytes left"),
    KeyError("no such shard"),
    UnicodeDecodeError("utf-8", b"\xff", 97, 98, "invalid start byte"),
    RuntimeError("the reader is closed"),
    ShardError("the shard is damaged"),
    FileNotFoundError(2, "No such file or directory"),
    IndexError("no such row"),
    TimeoutError("the disk does not answer"),
    MemoryError("no room for the shard"),
    TypeError("not a shard"),
    AttributeError("nothing was opened"),
    ZeroDivisionError("a shard of no rows"),
)
"""What real readers raise: NumPy gives ValueError or EOFError for a truncated .npy file. Some take
more than one argument, so that an exception of the same type is not made from a message alone."""


def judge_past(trying, sizes, rules, found):
    """Ask for indices outside 0 … len-1. sizes: pairs (n, batch size)."""
    trying.make(trying.samples(10), 4)
    records = []
    for n, b in sizes:
        samples = trying.samples(n)
        identity = Identity(samples.data)
        guest = trying.make(samples, b)
        record = trying.record(samples, b)
        note_lengths(record, guest.length())
        record.readable = ask(guest, [record.asked_length - 1], identity)[0]
        records.append(record)
        if record.readable.problem is not None and record.readable.problem.silent:
            break
        length = record.length or record.asked_length
        past = (length, length + 3, 10 * length, FAR)
        negative = (*range(-1, -min(length, MOST_NEGATIVE) - 1, -1), -length, -length - 1, -FAR)
        for index in dict.fromkeys((*past, *negative)):
            record.outside += ask(guest, [index], identity)
    found.update(past_findings(records))
    return []


def judge_unequal(trying, sizes, rules, found):
    """Make objects from data and labels of unequal lengths. sizes: pairs (samples, labels)."""
    trying.make(trying.samples(10), 4)
    records = []
    for n, labels in (*sizes, NO_LABELS):
        samples = trying.samples(n)
        record = trying.record(samples, BATCH_SIZE)
        record.label_count = labels
        made = trying.made(samples, BATCH_SIZE)
        record.readable = (
            ask(made.value, [0], Identity(samples.data))[0]
            if made.good
            else Batch(0, "problem", made.said, problem=made)
        )
        unequal = samples._replace(labels=trying.samples(labels).labels)
        for batch_size in (BATCH_SIZE, None, 1):  # the numbers of batches may be equal, or not
            record.made.append(trying.made(unequal, batch_size))
        records.append(record)
    found.update(unequal_findings(records))
    return []


def judge_reading(trying, sizes, rules, found):
    """Let the source raise in one batch. sizes: triples (n, batch size, index that cannot be read).

    `fit` is run with another exception for each size, and the object itself asked with all others.
    """
    trying.make(trying.samples(10), 4)
    cases = [(size, READ_ERRORS[k % len(READ_ERRORS)], True) for k, size in enumerate(sizes)]
    cases += [(sizes[0], error, False) for error in READ_ERRORS[len(sizes) :]]
    records = []
    for (n, b, bad), error, fits in cases:
        record = _reading_record(trying, n, b, bad, error, fits)
        records.append(record)
        if record.refused and record.refused[0].problem is not None and record.refused[0].problem.silent:
            break
    found.update(reading_findings(records))
    return records


def _reading_record(trying, n, b, bad, error, fits):
    samples = trying.samples(n)
    source = Reader(samples.data, [bad * b + b // 2], error)
    identity = Identity(samples.data)
    record = trying.record(samples, b)
    record.unreadable, record.error = bad, type(error).__name__
    readable = bad - 1 if bad else bad + 1
    made = trying.made(samples._replace(data=source), b)
    if not made.good:
        record.readable = Batch(readable, "problem", made.said, problem=made)
        return record
    guest = made.value
    record.readable = ask(guest, [readable], identity)[0]
    if not record.readable.size:
        return record
    note_lengths(record, guest.length(), guest.num_batches())
    record.refused = ask(guest, [bad, bad], identity)
    if fits and all(b.problem is not None and not b.problem.silent for b in record.refused):
        length = record.fit_length
        if length is not None and length <= MOST_TIMES * record.asked_length:
            again = trying.made(samples._replace(data=source), b)
            if again.good:
                watch_fit(again.value.for_fit, record, samples.data)
    return record


def judge_numeric(trying, sizes, rules, found):
    """Serve samples that are no numbers. sizes: triples (n, batch size, index with a text in it)."""
    trying.make(trying.samples(10), 4)
    records = []
    n, b, bad = sizes[0]
    cases = [(size, k, size[1] - 1) for k, size in enumerate(sizes)]
    cases += [((n, b, bad), 0, row) for row in range(b - 1)]  # a text in any row
    for (n, b, bad), k, row in cases:
        samples = trying.samples(n)
        texts = _texts(samples.data, bad * b + row, k)
        record = trying.record(samples, b)
        record.unreadable, record.error = bad, str(texts.dtype)
        record.readable = ask(trying.make(samples, b), [bad], Identity(samples.data))[0]
        made = trying.made(samples._replace(data=texts), b)
        if made.good:
            record.refused = ask(made.value, [bad], Identity(samples.data))
        else:  # nobody can name a batch there
            record.refused = [Batch(-1, "problem", made.said, problem=made)]
        records.append(record)
        if record.refused[0].problem is not None and record.refused[0].problem.silent:
            break
    found.update(numeric_findings(records))
    if trying.refuses is not None:
        found["type"] = trying.refuses
    return []


def _texts(data, place, k):
    """Data with text in it: one among numbers, all, digits that are text, or bytes."""
    if k % 4 == 1:
        return np.full(data.shape, "no number")
    if k % 4 == 2:
        return data.astype(str)
    if k % 4 == 3:
        return np.full(data.shape, b"no number")
    texts = data.astype(object)
    texts[place] = "no number"
    return texts
