"""What has no index: a `tf.data.Dataset`, a generator. It is read through, cut into rounds, and compared."""

import os
import time
import types
import warnings
from collections import Counter

import numpy as np

from autograder.diagnosis import comparing, lines
from autograder.diagnosis.asking import Asker, value_of
from autograder.diagnosis.begun import END, as_object
from autograder.diagnosis.content import read_batch
from autograder.diagnosis.copying import Copies
from autograder.diagnosis.fitting import run_fit
from autograder.diagnosis.given import taken_by_fit
from autograder.diagnosis.holding import batch_size_in, loaded, sizes_in, walk
from autograder.diagnosis.luck import Luck
from autograder.diagnosis.observing import observe_object
from autograder.diagnosis.reads import Reads
from autograder.diagnosis.record import Batch, Epoch, Held
from autograder.diagnosis.restoring import Snapshot
from autograder.diagnosis.stand_ins import Tape
from autograder.diagnosis.tracing import Tracer

__all__ = ["is_stream", "observe"]

MOST = 200
"""Of what may have no end so many batches are taken at most."""
SHARE = 0.3
"""One reading may take this share of the time there is."""
ROUNDS = 3
"""So many rounds must look alike to be called rounds, where nothing but what comes again ends them."""
MOST_STEPS = 20
"""So many steps of a pipeline are looked at, from its end."""
ALIKE = 5
"""So many batches are kept of a generator that yields the same one each time."""
UNEVEN = 2
"""Where no item comes so many times more often than another, they come in turn."""
SEED = 741_852_963


def is_dataset(thing):
    """Whether it is a `tf.data.Dataset`."""
    tensorflow = loaded("tensorflow")
    return tensorflow is not None and isinstance(thing, tensorflow.data.Dataset)


def is_stream(thing):
    """Whether it gives batches one after the other, and not by an index."""
    if is_dataset(thing) or isinstance(thing, types.GeneratorType) or taken_by_fit(thing):
        return True
    return hasattr(type(thing), "__next__") and not hasattr(type(thing), "__getitem__")


def observe(copies, record, seconds=30, say=None):
    """Observe whatever `fit` takes: what has no index here, all else by `observe_object`.

    copies: `Copies` of it. record: the `Record` to fill. say: see `observe_object`.
    """
    thing = copies.of
    if not is_stream(thing):
        observe_object(copies, record, seconds, say)
        return
    started, luck = time.perf_counter(), Luck()
    record.strange_stream = "" if taken_by_fit(thing) else type(thing).__name__
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if is_dataset(thing):
                record.name, record.kind = "tf.data.Dataset", "dataset"
                _observe_dataset(record, thing, seconds)
            else:
                record.kind = "generator"
                _observe_generator(record, thing, seconds, copies.factory)
    finally:
        luck.put_back()
    record.seconds = time.perf_counter() - started


# A dataset ---------------------------------------------------------------------------------------


def _observe_dataset(record, dataset, seconds):
    record.traced = False
    _sizes_of_dataset(record, dataset)
    for _ in range(2):
        epoch, ended = _passed(lambda: iter(dataset), seconds, MOST if record.endless else None)
        record.epochs.append(epoch)
        if ended and record.length is None:
            record.length = len(epoch.batches)
        record.sampled |= not ended and record.length is not None
    first, second = (Counter(row for b in epoch.good for row in b.x) for epoch in record.epochs)
    record.deterministic = sum((first & second).values()) >= 0.5 * sum(second.values())
    _run_fit(record, dataset, seconds)
    if record.endless:
        _cut_into_rounds(record, record.epochs[0])
    record.first = next(iter(record.epochs[0].batches), None)
    record.unseen.append("which items are read: a dataset shows nothing but its batches")


def _sizes_of_dataset(record, dataset):
    """The numbers of elements before they are batched, as TensorFlow tells them."""
    count = int(dataset.cardinality())
    record.length = count if count >= 0 else None
    record.endless = count == -1
    part, kinds = dataset, []
    for _ in range(MOST_STEPS):
        inputs = part._inputs() if hasattr(part, "_inputs") else []
        if len(inputs) != 1:
            break
        before = int(inputs[0].cardinality())
        kinds.append(type(part).__name__)
        if "Batch" in kinds[-1] and before > 1:
            record.sizes["the dataset before batch()"] = before
            size_of_batch = getattr(part, "_batch_size", None)
            if size_of_batch is not None:
                record.batch_size, record.batch_size_name = int(np.asarray(size_of_batch)), "batch()"
        part = inputs[0]
    record.shuffles_batches = _shuffles_batches(kinds)


def _shuffles_batches(kinds):
    """Whether batches are shuffled, and no items before them. kinds: of the steps of a pipeline, the last one first."""
    for place, kind in enumerate(kinds):
        if "Batch" in kind:
            after, before = " ".join(kinds[:place]), " ".join(kinds[place + 1 :])
            if "Shuffle" in after and "Unbatch" not in after and "Shuffle" not in before:
                return True
    return False


def _passed(begin, seconds, most=None):
    """Read through what is iterated over, with limits. Returns: `(Epoch, whether it came to its end)`."""
    started, epoch = time.perf_counter(), Epoch()
    iterator, problem = value_of(begin, "iter()")
    while problem is None:
        index = len(epoch.batches)
        if (most is not None and index >= most) or time.perf_counter() - started > SHARE * seconds:
            return epoch, False
        served, problem = value_of(lambda: next(iterator, END), f"batch {index}")
        if served is END:
            return epoch, True
        if problem is None:
            epoch.batches.append(read_batch(index, served))
    epoch.batches.append(Batch(len(epoch.batches), problem=problem))
    return epoch, False


# A generator -------------------------------------------------------------------------------------


def _observe_generator(record, generator, seconds, make):
    thing, record.traced = as_object(generator), False
    record.name = getattr(getattr(generator, "gi_code", None), "co_name", record.name)
    if thing is None:
        _observe_begun(record, generator, seconds, make)
        return
    snapshot = Snapshot(thing)  # what is too large to be copied is in common with the user's own
    copies = Copies(thing)
    try:
        _ended(record, _traced(record, copies.fresh(), seconds))
        if record.epochs[0].good:
            _look_again(record, copies.fresh())
        _run_fit(record, copies.fresh()._diagnosis_begin(), seconds)
    finally:
        snapshot.put_back()
        copies.close()


def _observe_begun(record, stream, seconds, make):
    """Observe what cannot be begun anew, or shows nothing but its batches. make: as in `observe`."""
    moves_on = make is None and hasattr(type(stream), "__next__")
    if moves_on and record.strange_stream:
        record.unseen.append(
            "its batches: it moves on and cannot be put back, so give a function that makes it"
        )
        return
    epoch, ended = _passed(lambda: iter(stream), seconds, MOST)
    record.epochs.append(epoch)
    _ended(record, ended)
    if isinstance(stream, types.GeneratorType):
        record.unseen.append("which items are read: it was begun already, or was given what was")
    else:
        record.unseen.append(
            f"which items are read: an object of the class {record.name} shows only its batches"
        )
    if moves_on:
        record.unseen.append(
            "its first batches again: it moves on and cannot be put back, so give a function that makes it"
        )
    elif not record.strange_stream:
        _run_fit(record, make() if make is not None else stream, seconds)


def _ended(record, ended):
    """Note whether a generator came to its end, and cut it into rounds where it did not."""
    if ended:
        record.length, record.ends = len(record.epochs[0].batches), True
    else:
        record.endless = True
        _cut_into_rounds(record, record.epochs[0])
    record.first = next(iter(record.epochs[0].batches), None)


def _run_fit(record, stream, seconds):
    ends = record.ends if record.kind == "generator" else not record.endless
    record.fit_ran = True
    record.fit = run_fit(stream, record.length, max(seconds / 2, 5), ends)


def _traced(record, thing, seconds):
    """Read through what `begun.as_object` made, with its reads. Returns: whether it came to its end."""
    tape = Tape()
    Luck(thing).seed(SEED)
    record.traced, record.sizes = True, sizes_in(thing)
    record.batch_size_name, record.batch_size = batch_size_in(thing)
    name = type(thing).__name__
    record.lines["__getitem__"] = lines.in_method(thing, name, ("yield",))
    record.lines["__len__"] = lines.in_method(thing, name, ("range(", "//", "ceil", "while"))
    before = comparing.contents(thing)
    epoch, tracer, started = Epoch(), Tracer(thing, tape), time.perf_counter()
    tracer.put()
    epoch.files = tracer.files
    asker, ended, kept, held = Asker(thing, tape, seconds * SHARE), False, [], {}
    try:
        while not ended and len(epoch.batches) < MOST and time.perf_counter() - started < SHARE * seconds:
            batch = asker.ask(len(epoch.batches), kept)
            ended = batch.problem is None and kept.pop() is END
            if ended:
                break
            epoch.batches.append(batch)
            if batch.problem is not None:
                break
            if tape.shuffled or not held:
                _hold_again(tracer, tape)
                held[batch.index] = dict(tracer.held)
    finally:
        tracer.take_out()
    epoch.held = next(iter(held.values()), tracer.held)
    files = _files_of_folders(tape.listed, epoch)
    for own in held.values():
        own |= files
    for key, place in tape.lines.items():
        record.lines.setdefault(key, lines.in_file(place))
    after = comparing.contents(thing)
    record.reordered, record.alone = comparing.reordered(before, after, epoch)
    if record.reordered:
        record.lines["on_epoch_end"] = lines.in_method(thing, name, ("shuffle", *record.reordered))
    record.epochs.append(epoch)
    record.held_from = held
    return ended


def _files_of_folders(folders, epoch):
    """Containers of the files in folders that a generator listed, as `{name: Held}`; and notes which of them were read.

    Files of another kind than those that were opened are none of them.
    """
    found = {}
    for folder in filter(os.path.isdir, sorted(folders)):  # it may be gone by now
        opened = [
            [os.path.basename(path) for path in batch.reads.get("<files>", ()) if _is_in(path, folder)]
            for batch in epoch.good
        ]
        endings = {os.path.splitext(name)[1] for names in opened for name in names}
        files = [name for name in sorted(os.listdir(folder)) if os.path.splitext(name)[1] in endings]
        if len(files) > 1 and {name for names in opened for name in names} <= {*files}:
            held = Held(f"the files in {os.path.basename(folder)!r}", "list", len(files), tuple(files))
            found[held.name] = held
            places = {name: place for place, name in enumerate(files)}
            for batch, names in zip(epoch.good, opened):
                batch.reads[held.name] = [places[name] for name in names]
    return found


def _is_in(path, folder):
    return os.path.dirname(os.path.abspath(path)) == folder


def _hold_again(tracer, tape):
    """Note the items of what was shuffled in place, in their order of now."""
    for name, value, _ in walk(tracer.thing):
        if name in tape.shuffled and name in tracer.held:
            with tape.silent():
                tracer.hold(name, value)
    tape.shuffled.clear()


def _look_again(record, thing):
    """Whether it serves the same once more; if so, compare what is served with what it has."""
    again = Asker(thing).ask(0)
    record.deterministic = again.problem is None and again.content == record.first.content
    if record.deterministic and not record.reordered:
        epoch = record.epochs[0]
        told = comparing.with_source(thing, epoch, lambda index: value_of(lambda: thing[index], "")[0])
        told.write_into(record)


# Rounds ------------------------------------------------------------------------------------------


def _cut_into_rounds(record, epoch):
    """Keep the first round of what has no end, and the second as the epoch after it, where there are rounds."""
    if len(epoch.good) < len(epoch.batches):
        return  # where it stops is told, and a round would hide it
    what, driver = _items(epoch)
    count = _round(what, [batch.rows for batch in epoch.good], driver.held.n if driver is not None else 0)
    if count == 1 and driver is not None and driver.missing:
        count = min(len(epoch.good), ALIKE)  # always the same batch, and not all there is
    if not count:
        record.drawn = _drawn(driver)
        return
    record.length, record.endless = count, False
    record.epochs = [
        Epoch(_numbered(epoch.batches[first : first + count]), _held_at(record, epoch, first), epoch.files)
        for first in range(0, min(2 * count, len(epoch.batches) - count + 1), count)
    ]


def _held_at(record, epoch, index):
    """What was held when a batch was served."""
    return next((held for first, held in reversed(record.held_from.items()) if first <= index), epoch.held)


def _numbered(batches):
    for index, batch in enumerate(batches):
        batch.index = index
    return batches


def _round(what, sizes, n):
    """How many batches a round has, after which items come again; 0 where there are no rounds.

    what: the items of each batch, in order. sizes: the rows of each batch. n: how many items there are; 0 where that
    is not known.
    """
    count = _until_again(what)
    if not count:
        return 0
    shorter = next((place + 1 for place, size in enumerate(sizes) if size < sizes[0]), 0)
    if shorter and all(size == sizes[place % shorter] for place, size in enumerate(sizes)):
        count = shorter
    rounds = [what[first : first + count] for first in range(0, len(what) - count + 1, count)]
    if len(rounds) < 2:
        return 0
    if all(one == rounds[0] for one in rounds):
        return count
    each = [[item for batch in one for item in batch] for one in rounds]
    apart = all(len(items) == len({*items}) for items in each)
    return count if apart and len(rounds) >= ROUNDS and not _go_on(what, n, len(each[0])) else 0


def _go_on(what, n, of_a_round):
    """Whether items come in turn across the ends of what looks like rounds, each as often as any other."""
    items = [item for batch in what for item in batch]
    n = n or len({*items})
    parts = [items[first : first + n] for first in range(0, len(items) - n + 1, n)]
    return of_a_round != n and all(len({*part}) == n for part in parts)


def _until_again(what):
    """How many batches there are before one has an item that came before; 0 where none has."""
    seen = set()
    for place, items in enumerate(what):
        if not seen.isdisjoint(items):
            return place
        seen.update(items)
    return 0


def _items(epoch):
    """What each batch is of: the positions that it read of what drives it, else what its rows are like.

    Returns: `(list of lists, the Reading of what drives it, or None)`.
    """
    reads = Reads(epoch)
    for name in reads.drivers:
        reading = reads.readings[name]
        if reading.one_a_row and len(reading.lists) == len(epoch.good):
            values = reading.held.keys if reading.held.is_index else range(reading.held.n)
            return [[values[place] for place in places] for places in reading.lists], reading
    return [list(batch.x) for batch in epoch.good], None


def _drawn(reading):
    """`(name, items, those that came, draws)` of items that come some often, some seldom, while others come; or ()."""
    if reading is None or reading.total < ROUNDS * reading.held.n:
        return ()
    often = [reading.times.get(place, 0) for place in range(reading.held.n)]
    if max(often) - min(often) <= UNEVEN:
        return ()
    first = [place for places in reading.lists for place in places][: reading.held.n]
    return reading.held.name, reading.held.n, len(set(first)), len(first)
