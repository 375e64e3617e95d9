"""What has no index: a `tf.data.Dataset`, a generator. It is read through once or twice, and compared."""

import time
import types
import warnings
from collections import Counter

import numpy as np

from autograder.diagnosis.asking import value_of
from autograder.diagnosis.content import read_batch
from autograder.diagnosis.fitting import run_fit
from autograder.diagnosis.holding import loaded, size
from autograder.diagnosis.judge import judge
from autograder.diagnosis.luck import Luck
from autograder.diagnosis.record import Batch, Epoch, Record

__all__ = ["is_stream", "observe"]

MOST = 200
"""Of a generator so many batches are taken at most; it may have no end."""
END = object()


def is_dataset(thing):
    """Whether it is a `tf.data.Dataset`."""
    tensorflow = loaded("tensorflow")
    return tensorflow is not None and isinstance(thing, tensorflow.data.Dataset)


def is_stream(thing):
    """Whether it gives batches one after the other, and not by an index."""
    if is_dataset(thing) or isinstance(thing, types.GeneratorType):
        return True
    return hasattr(type(thing), "__next__") and not hasattr(type(thing), "__getitem__")


def observe(thing, samples=None, seconds=30, make=None):
    """Observe a stream. make: a function that makes it anew, if there is one.

    Returns: `(record, verdict)`.
    """
    dataset = is_dataset(thing)
    record = Record(
        type(thing).__name__ if not dataset else "tf.data.Dataset",
        kind="dataset" if dataset else "generator",
        samples=samples,
        traced=False,
    )
    started = time.perf_counter()
    luck = Luck()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if dataset:
                _sizes_of_dataset(record, thing)
                _passes(record, [thing, thing], seconds, None)
                record.fit_ran = True
                record.fit = run_fit(thing, record.length, max(seconds / 2, 5))
            else:
                _sizes_of_generator(record, thing)
                _passes(record, [thing, *([make()] if make else [])], seconds, MOST)
                record.unseen.append(
                    "its first batches again: a generator moves on and cannot be put back, so give a "
                    "function that makes it"
                    if make is None
                    else "more than it yields: not what it read"
                )
    finally:
        luck.put_back()
    record.seconds = time.perf_counter() - started
    record.unseen.append("which items are read: a stream shows nothing but its batches")
    return record, judge(record)


def _passes(record, streams, seconds, most):
    started = time.perf_counter()
    for stream in streams:
        epoch, ended = Epoch(), False
        iterator, problem = value_of(lambda: iter(stream), "iter()")  # noqa: B023
        while problem is None and not ended:
            index = len(epoch.batches)
            if (most is not None and index >= most) or time.perf_counter() - started > 0.6 * seconds:
                break
            served, problem = value_of(lambda: next(iterator, END), f"batch {index}")  # noqa: B023
            if served is END:
                ended = True
            elif problem is None:
                epoch.batches.append(read_batch(index, served))
        if problem is not None:
            epoch.batches.append(Batch(len(epoch.batches), problem=problem))
        if not ended and record.kind == "generator":
            ended = _one_period(epoch)
        record.epochs.append(epoch)
        if record.first is None and epoch.batches:
            record.first = epoch.batches[0]
        if ended and record.length is None:
            record.length = len(epoch.batches)
        if not ended:
            record.endless = record.length is None
            record.sampled = record.length is not None
    rows = [Counter(row for b in epoch.good for row in b.x) for epoch in record.epochs]
    if len(rows) == 1:
        record.deterministic = True
    elif sum(rows[1].values()):
        record.deterministic = sum((rows[0] & rows[1]).values()) >= 0.5 * sum(rows[1].values())
    if record.length is None and record.endless:
        record.endless = True


def _one_period(epoch):
    """Cut what repeats from its first batch on to one round. Returns whether it does."""
    good = epoch.good
    if not good or not good[0].x:
        return False
    again = [place for place, batch in enumerate(good) if place and batch.content == good[0].content]
    if not again:
        return False
    period = again[0]
    if all(a.content == b.content for a, b in zip(good[period:], good)):
        epoch.batches = good[:period]
        return True
    return False


def _sizes_of_dataset(record, dataset):
    """The numbers of elements before they are batched, as TensorFlow tells them."""
    count = int(dataset.cardinality())
    record.length = count if count >= 0 else None
    record.endless = count == -1
    part = dataset
    for _ in range(20):
        inputs = part._inputs() if hasattr(part, "_inputs") else []
        if len(inputs) != 1:
            break
        before = int(inputs[0].cardinality())
        if "Batch" in type(part).__name__ and before > 1:
            record.sizes["the dataset before batch()"] = before
            size_of_batch = getattr(part, "_batch_size", None)
            if size_of_batch is not None:
                record.batch_size, record.batch_size_name = int(np.asarray(size_of_batch)), "batch()"
        part = inputs[0]


def _sizes_of_generator(record, generator):
    frame = getattr(generator, "gi_frame", None)
    if frame is None:
        return
    for name, value in frame.f_locals.items():
        if isinstance(value, (list, np.ndarray)) and size(value) > 1:
            record.sizes[name] = size(value)
        if name in ("batch_size", "bs", "b") and isinstance(value, int):
            record.batch_size, record.batch_size_name = value, name
    record.name = generator.gi_code.co_name
