"""Compares what an object holds: before and after, and with what it served."""

import hashlib
import itertools
from collections import Counter
from dataclasses import dataclass, field

import numpy as np

from autograder.diagnosis.content import as_array, leaves_of
from autograder.diagnosis.copied import CopiedTargets
from autograder.diagnosis.decoding import Decoder
from autograder.diagnosis.doubtful import Doubtful
from autograder.diagnosis.frames import is_table
from autograder.diagnosis.from_files import FromFiles
from autograder.diagnosis.holding import loaded, walk
from autograder.diagnosis.mixing import Mixed, rows_like, rows_read
from autograder.diagnosis.pieces import Pieces
from autograder.diagnosis.reads import once, read_together, targets_at
from autograder.diagnosis.record import WHOLE
from autograder.diagnosis.scaling import scaled_by_batch
from autograder.diagnosis.served import Evidence
from autograder.diagnosis.tracing import prints_of
from autograder.diagnosis.triplets import Triplets
from autograder.diagnosis.wording import Wording

__all__ = [
    "Compared",
    "cached",
    "changed",
    "changed_in_cache",
    "checksums",
    "contents",
    "gone",
    "kept_by_batch",
    "left_behind",
    "made_later",
    "redrawn",
    "reordered",
    "scattered",
    "with_source",
]

MOST_BYTES = 50_000_000
"""Larger arrays are not compared whole."""
MOST_FILES = 20
"""Of so many containers in files the items are compared with what was served."""
MOST_CACHED, LEAST_CACHED = 2_000, 0.5
"""Items of a cache; as many rows as an epoch has, at least, it must hold."""
ALIKE, LEAST_VALUES, MOST_ROWS, MOST_NUMBERS = 0.99999, 4, 256, 2_000_000
"""Rows of at least so many numbers that go together so well are of the same item; of larger batches it is not asked."""
MOSTLY = 0.6
"""Of the batches in which inputs and targets come in different orders; in a few they may be alike by chance."""
DEPTH_INSIDE = 3
"""So deep in one another are dicts looked into."""
BATCHES = 12
"""Of so many batches the values are compared with those that they were read from."""


def contents(thing):
    """`{name: one number for each item}` of what it holds, as far as that can be told."""
    found = {}
    for name, value, _ in walk(thing):
        told = prints_of(value)
        if told is not None and len(told) > 1:
            found[name] = told
    return found


def checksums(thing, held):
    """`{name: checksum}` of the arrays that are traced; of arrays in a list the order of items is left aside."""
    found = {}
    for name, value, _ in walk(thing):
        if name not in held:
            continue
        if isinstance(value, np.ndarray) and not value.dtype.hasobject and 0 < value.nbytes < MOST_BYTES:
            found[name] = hashlib.blake2b(np.ascontiguousarray(value).tobytes()).digest()
        elif isinstance(value, list) and len(value) and isinstance(list.__getitem__(value, 0), np.ndarray):
            found[name] = prints_of(value) and tuple(_in_any_order(item) for item in list.__iter__(value))
    return found


def _in_any_order(array):
    """A number for what an array of items holds, whichever item comes first."""
    told = prints_of(array) if isinstance(array, np.ndarray) and array.ndim else None
    return hash(array.tobytes()) if told is None else hash(tuple(sorted(told)))


def cached(thing):
    """`{name: {key: number}}` of dicts of arrays or tables: what an object has kept of items."""
    found = {}
    for name, value, _ in walk(thing):
        if isinstance(value, dict) and 1 < len(value) <= MOST_CACHED:
            told = {key: _content(item) for key, item in dict.items(value)}
            if all(number is not None for number in told.values()):
                found[name] = told
    return found


def kept_by_batch(thing, length):
    """The name of the only dict that keeps an array or a table for each number of a batch; else ""."""
    names = [
        name for name, items in cached(thing).items() if {*items} == {*range(length or 0)} and len(items) > 1
    ]
    return names[0] if len(names) == 1 else ""


def nested(thing):
    """`{name: the numbers}` in lists of dicts, and in the dicts that these hold: of records, say."""
    found = {}
    for name, value, _ in walk(thing):
        if isinstance(value, list) and 1 < len(value) <= MOST_CACHED:
            items = [*list.__iter__(value)]
            if all(isinstance(item, dict) for item in items):
                found[name] = tuple(number for item in items for number in _numbers_inside(item))
    return found


def _numbers_inside(item, depth=0):
    for value in dict.values(item):
        if isinstance(value, float | int | np.number):
            yield float(value)
        elif isinstance(value, dict) and depth < DEPTH_INSIDE:
            yield from _numbers_inside(value, depth + 1)


def _content(item):
    """A number for the content of an array or a table; None for all else."""
    if not (is_table(item) or isinstance(item, np.ndarray)) or getattr(item, "nbytes", 0) > MOST_BYTES:
        return None
    told = prints_of(item)
    return None if told is None else hash(told)


def changed_in_cache(thing, before, rows):
    """Names of such dicts of which a kept item is another, now that a batch was asked for again.

    before: of `cached`, then. rows: of an epoch. One that holds fewer items than were served is a scratch
    buffer.
    """
    after = cached(thing)
    return tuple(
        name
        for name, items in before.items()
        if len(items) >= LEAST_CACHED * rows
        and any(after.get(name, items).get(key, number) != number for key, number in items.items())
    )


def changed(thing, before, epoch, again):
    """Names of arrays that are not as they were, and of which items were read.

    What was put in another order is another matter: no item was changed. So is what is written anew for
    each batch, to be served from there. again: the batches that were asked for once more, by index.
    """
    read = {name for batch in epoch.batches for name in batch.reads}
    after = checksums(thing, before)
    reordered = {
        name
        for name, value, _ in walk(thing)
        if name in before and sorted(prints_of(value) or ()) == sorted(epoch.held[name].prints or (0,))
    }
    now = {name: value for name, value, _ in walk(thing)}
    return tuple(
        name
        for name in before
        if after.get(name, before[name]) != before[name]
        and name in read
        and name not in reordered
        and not _is_scratch(epoch.held[name], epoch, again)
        and not _is_served(now[name], epoch, again)
    )


def _is_scratch(held, epoch, again):
    """Whether an array is as long as a full batch, and what was left in it by others makes no difference."""
    first = {batch.index: batch for batch in epoch.good}
    rows = max((batch.rows for batch in epoch.good), default=0)
    return (held.n == rows if len(first) > 1 else held.n > rows) and all(
        index in first and batch.content == first[index].content for index, batch in again.items()
    )


def _is_served(value, epoch, again):
    """Whether an array is what was served last, as it is: a batch is written there."""
    last = [*epoch.good, *again.values()][-1]
    told = prints_of(value)
    return len(epoch.good) > 1 and told is not None and any(leaf.rows == told for leaf in last.leaves)


def made_later(thing, held):
    """`{name: numbers}` of the indices that it has by now, of different numbers each, and had not at first."""
    found = {}
    for name, value, _ in walk(thing):
        if name in held or not isinstance(value, list | np.ndarray):
            continue
        numbers = as_array(value)
        is_index = (
            numbers is not None and numbers.ndim == 1 and len(numbers) > 1 and numbers.dtype.kind in "iu"
        )
        if is_index and len(np.unique(numbers)) == len(numbers):
            found[name] = tuple(numbers.tolist())
    return found


def reordered(before, after, epoch):
    """What `on_epoch_end` put in another order.

    Returns: `(names, alone)`. alone: `(moved, other)` pairs of containers of which the same
    positions are read, and of which one was put in an order that the other was not.
    """
    moved = [name for name in before if name in after and after[name] != before[name]]
    alone = []
    for name in moved:
        if Counter(before[name]) != Counter(after[name]) or _are_partners(name, before, after, epoch):
            continue
        for other in before:
            if other == name or other not in after or len(after[other]) != len(after[name]):
                continue
            if len(set(before[other])) < 2 or _are_no_pair(name, other, before, epoch):
                continue
            if not _read_alike(name, other, epoch) and not _served_alike(name, before[other], epoch):
                continue
            if Counter(before[other]) != Counter(after[other]):
                continue  # its items are others now, so their order cannot be told
            if _are_paired_anew(name, other, before, after):
                if not (other in moved and (other, name) in [(a, b) for b, a in alone]):
                    alone.append((name, other))
    return tuple(moved), tuple(alone)


def _are_no_pair(one, other, before, epoch):
    """Whether item k of one was never meant to go with item k of the other: indices of other items.

    Such are the members of each class, and the partners that an item is mixed with.
    """
    if not all(name in epoch.held and epoch.held[name].is_index for name in (one, other)):
        return False
    a, b = list(before[one]), list(before[other])
    return set(a).isdisjoint(b) or (a != b and Counter(a) == Counter(b))


def gone(before, after):
    """`{name: items}` of containers that have other items more than once in the place of these.

    items: how many are gone.
    """
    return {
        name: len(set(before[name]) - set(after[name]))
        for name in before
        if len(after.get(name, ())) == len(before[name]) and set(after[name]) < set(before[name])
    }


def scattered(before, after):
    """Names of containers that hold the same items as before, of which few have their old neighbours."""
    found = []
    for name in before:
        old, new = list(before[name]), list(after.get(name, ()))
        if old == new or len(old) < 4 or Counter(old) != Counter(new):
            continue
        pairs = set(itertools.pairwise(old))
        if sum(pair in pairs for pair in itertools.pairwise(new)) < 0.5 * (len(new) - 1):
            found.append(name)
    return tuple(found)


def redrawn(before, after):
    """Names of containers as long as before, of which most items are others now: they belong to no data."""
    return tuple(
        name
        for name in before
        if len(after.get(name, ())) == len(before[name])
        and (Counter(before[name]) & Counter(after[name])).total() < 0.5 * len(before[name])
    )


def _are_partners(name, before, after, epoch):
    """Whether the same items are read of a container that stayed as it was: these are partners of those."""
    items = before[name]
    return len(set(items)) == len(items) and any(
        other != name
        and after.get(other) == before[other]
        and sorted(before[other]) == sorted(items)
        and any(other in batch.reads for batch in epoch.good)
        for other in before
        if len(before[other]) == len(items)
    )


def _are_paired_anew(name, other, before, after):
    """Whether items of two containers that stand side by side are other pairs than before."""
    pairs, now = (Counter(zip(one[name], one[other])) for one in (before, after))
    return pairs != now


def left_behind(before, after, epoch):
    """`(moved, labels)` of names of files that came into another order, and labels that are read whole and did not.

    So it is where labels say which items are alike, and are not served themselves.
    """
    for name, held in epoch.held.items():
        texts = held.kind != "dict" and held.keys and all(isinstance(key, str) for key in held.keys)
        if not texts or after.get(name, ()) == before.get(name) or not _is_read(name, epoch):
            continue
        if Counter(before.get(name, ())) != Counter(after.get(name, ())):
            continue
        for other, labels in before.items():
            classes = len(set(labels))
            whole = all(batch.reads.get(other) is WHOLE for batch in epoch.good)
            if len(labels) == held.n and 1 < classes <= held.n / 2 and whole and after.get(other) == labels:
                return name, other
    return ()


def _is_read(name, epoch):
    return all(batch.reads.get(name) not in (None, WHOLE) for batch in epoch.good)


def _read_alike(one, other, epoch):
    pairs = [(b.reads.get(one), b.reads.get(other)) for b in epoch.good]
    pairs = [(a, b) for a, b in pairs if a or b]
    return bool(pairs) and all(
        a is not WHOLE and b is not WHOLE and read_together(a or [], b or []) for a, b in pairs
    )


def _served_alike(name, items, epoch):
    """Whether targets are the items of another container at the places that were read of this one."""
    lists = [batch.reads.get(name) for batch in epoch.good]
    if not lists or any(not read or read is WHOLE for read in lists):
        return False
    return targets_at(epoch.good, map(once, lists), items)


# What was served, beside what it was read from -----------------------------------------------


@dataclass
class Compared:
    """What served values are, beside the arrays that the object holds.

    order: `{side: "same" or "other"}`: rows of "x" or "y" come in the order they were read, or in
    another. shifts: `{path: (container, shift, wraps)}`: the rows are those of `shift` items
    further on. mixed: see `mixing.Mixed`. scaled: see `Record`. copied: targets that stand among the
    inputs. spoiled: see `served.Evidence`. places: see `Record`.
    worded: see `wording.Wording`. triplets: see `triplets.Triplets`. label_sums: see
    `Record`.
    """

    order: dict = field(default_factory=dict)
    places: dict = field(default_factory=dict)
    shifts: dict = field(default_factory=dict)
    mixed: str = ""
    scaled: tuple = ()
    copied: tuple = ()
    spoiled: tuple = ()
    asked: tuple = ()
    worded: tuple = ()
    triplets: tuple = ()
    label_sums: dict = field(default_factory=dict)

    def write_into(self, record):
        """Note all of it in a `Record`."""
        record.order_kept, record.shifts, record.mixed = self.order, self.shifts, self.mixed
        record.places, record.worded, record.triplets = self.places, self.worded, self.triplets
        record.copied, record.spoiled, record.odd_values = self.copied, self.spoiled, self.asked
        record.scaled, record.label_sums = self.scaled, self.label_sums


def with_source(thing, epoch, ask, exact=True):
    """Compare served values with the arrays that the object holds.

    ask: a function that returns `thing[index]`, or None. exact: whether chance does nothing to the items.
    Returns: `Compared`.
    """
    if epoch.unordered:
        return Compared()
    sources = _sources(thing) | _in_files(epoch.files)
    order, places = {"x": [], "y": []}, {}
    shifts, scaling, mixed, targets, evidence = {}, {}, Mixed(), CopiedTargets(), Evidence()
    wording, doubtful, decoder, from_files = Wording(), Doubtful(), Decoder(epoch.good), FromFiles(exact)
    triplets, pieces = Triplets(thing), Pieces()
    for batch in epoch.good[:BATCHES]:
        if not batch.rows:
            continue
        served = ask(batch.index)
        if not isinstance(served, tuple):
            served = (served,)
        sides = {
            side: [(path, as_array(leaf)) for path, leaf in leaves_of(part, side)]
            for side, part in zip("xyw", (*served, (), ())[:3])
        }
        made_of = {}
        for side in "xy":
            for path, array in sides[side]:
                _compare_order(array, batch, sources, order[side])
                for name, own in _items_read(array, batch, sources):
                    evidence.add_source(path, array, name, own)
                    if side == "x" and np.array_equal(array, own):
                        made_of[name] = rows_read(batch, name, len(array), len(sources[name]))
                for name, items in _ragged_items(thing, array, batch):
                    evidence.add_ragged(path, array, name, items)
                for name, source in sources.items():
                    read = batch.reads.get(name)
                    if source.ndim == 1 and isinstance(read, list) and read and max(read) < len(source):
                        evidence.add_narrow(path, array, name, source[read])
                for name, found in _places_by_content(array, batch, sources):
                    places.setdefault(name, {})[batch.index] = found
                    if side == "x":
                        made_of[name] = found
                if side == "y":
                    _compare_shift(path, array, batch, epoch, sources, shifts)
                    _compare_with_inputs(array, batch, sources, made_of, order[side])
        for path, array in sides["x"]:
            if array is not None and array.ndim > 1 and array.dtype.kind == "f":
                scaling.setdefault(path, []).append(
                    (array, _own_rows(array, batch, sources) if exact else None)
                )
            wording.add(array, batch, epoch.held)
        for _, array in sides["y"]:
            wording.add_labels(array, batch, epoch.held)
        for path, array in (*sides["x"], *sides["y"]):
            evidence.add_values(path, array)
        triplets.add(sides["x"], sides["y"])
        for path, array in sides["x"]:
            pieces.add(path, array, sources | decoder.opened(batch))
        if len(served) < 2:
            continue
        targets.add(sides["x"], sides["y"])
        doubtful.add(sides["y"], sides["w"])
        evidence.add_words(sides["x"], sides["y"], sides["w"])
        for name, files in decoder.of_rows(batch):
            from_files.add(sides["x"], sides["y"], name, files)
            if len({file.shape for file in files}) == 1:
                for path, array in (*sides["x"], *sides["y"]):
                    evidence.add_source(path, _without_last(array, files[0].ndim + 1), name, np.stack(files))
        evidence.add_turned(sides["x"], sides["y"])
        evidence.add_ends(sides["x"])
        if len(sides["x"]) == len(sides["y"]) == 1:
            evidence.add_padding(sides["x"][0][1], sides["y"][0][1])
            mixed.add(sides["x"][0][1], sides["y"][0][1], batch, sources)
    kept = {side: told for side, seen in order.items() if (told := _mostly(seen))}
    if wording.moved:
        kept.setdefault("y", "other")
    constant = {}
    for path, seen in shifts.items():
        names = {name for name, _, _ in seen}
        steps = {step for _, step, _ in seen}
        if len(names) == len(steps) == 1 and steps != {0}:
            constant[path] = (seen[0][0], seen[0][1], any(wraps for _, _, wraps in seen))
    scaled = [(path, sure) for path, pairs in scaling.items() if (sure := scaled_by_batch(pairs)) is not None]
    return Compared(
        kept,
        places,
        constant,
        mixed.found,
        tuple(scaled[:1]),
        targets.found,
        evidence.found + from_files.found + pieces.found,
        evidence.asked + doubtful.asked + from_files.asked + wording.asked,
        wording.found,
        triplets.found,
        evidence.label_sums,
    )


def _without_last(array, axes):
    """An array without a last axis of length 1, where it has one axis too many."""
    longer = array is not None and array.ndim == axes + 1 and array.shape[-1] == 1
    return array[..., 0] if longer else array


def _mostly(seen):
    """What is so in all batches, or "other" where it is in most: a few may be in the same order by chance; or ""."""
    others = seen.count("other")
    if others and (others == len(seen) or 1 < others > MOSTLY * len(seen)):
        return "other"
    return "same" if seen and not others else ""


def _compare_with_inputs(array, batch, sources, made_of, seen):
    """Of arrays that were read whole: do the targets stand in the order of the items that the inputs are?

    made_of: `{container: positions}` of these items.
    """
    if array is None or not array.ndim:
        return
    for name, source in sources.items():
        if not rows_like(array, source) or batch.reads.get(name) is not WHOLE:
            continue
        for other, places in made_of.items():
            if other == name or len(sources[other]) != len(source) or len(places) != len(array):
                continue
            own = source[places]
            if np.array_equal(own, array):
                seen.append("same")
            elif _are_the_same_rows(own, array):
                seen.append("other")


def _own_rows(array, batch, sources):
    """The items that a batch read, as rows like those of `array`; None where they are not known."""
    for name, source in sources.items():
        if rows_like(array, source) and (read := rows_read(batch, name, len(array), len(source))):
            return source[read]
    return None


def _items_read(array, batch, sources):
    """Yield `(name, items)` of the containers of which a batch read one item for each row of an array."""
    for name, source in sources.items():
        if array is not None and array.ndim == source.ndim:
            read = rows_read(batch, name, len(array), len(source))
            if read is not None:
                yield name, source[read]


def _ragged_items(thing, array, batch):
    """Yield `(name, items)` of lists of series of several lengths of which a batch read one for each row."""
    if array is None or array.ndim < 2 or array.dtype.kind not in "iu":
        return
    for name, value, _ in walk(thing):
        read = batch.reads.get(name)
        if (
            isinstance(value, list)
            and isinstance(read, list)
            and len(read) == len(array)
            and max(read) < len(value)
        ):
            yield name, [list.__getitem__(value, place) for place in read]


def _sources(thing):
    found = {}
    for name, value, _ in walk(thing):
        if is_table(value) or not isinstance(value, (np.ndarray, list)) or len(value) < 2:
            continue
        try:
            array = np.asarray(value)
        except Exception:
            continue
        if array.ndim and array.dtype.kind in "fiub" and array.nbytes < 10 * MOST_BYTES:
            found[name] = array
    return found


def _in_files(files):
    """The arrays of numbers in HDF5 and .npz files, as long as they are not large together: {name: array}."""
    found, left = {}, MOST_BYTES
    for name, (file, part) in itertools.islice(files.items(), MOST_FILES):
        try:
            with loaded("h5py").File(file, "r") if not file.endswith(".npz") else np.load(file) as opened:
                data = opened[part]
                size = data.size * data.dtype.itemsize
                if data.dtype.kind in "fiub" and size < left:
                    found[name], left = data[()], left - size
        except (OSError, KeyError, ValueError):  # it is open for writing, or gone, or holds pickled objects
            continue
    return found


def _compare_order(array, batch, sources, seen):
    for name, source in sources.items():
        if not rows_like(array, source):
            continue
        read = rows_read(batch, name, len(array), len(source))
        if read is None:
            continue
        own = source[read]
        if len(np.unique(own.reshape(len(own), -1), axis=0)) < 2:
            continue
        if np.array_equal(own, array):
            seen.append("same")
        elif _are_the_same_rows(own, array):
            seen.append("other")


def _are_the_same_rows(one, other):
    """Whether two arrays have the same rows, in whatever order."""
    return sorted(one.reshape(len(one), -1).tolist()) == sorted(other.reshape(len(other), -1).tolist())


def _places_by_content(array, batch, sources):
    """Yield `(name, positions)`: which of the items that a batch read each row of an array was made of.

    Rows that were scaled, or shifted, by one number each are known too.
    """
    for name, source in sources.items():
        if not rows_like(array, source) or not array.size or array[0].size < LEAST_VALUES:
            continue
        read = rows_read(batch, name, len(array), len(source))
        if read is None or len(read) > MOST_ROWS or array.size > MOST_NUMBERS:
            continue
        alike = _evened(array) @ _evened(source[read]).T
        best = alike.argmax(axis=1)
        sure = alike.max(axis=1) > ALIKE
        alike[np.arange(len(best)), best] = -1
        if sure.all() and (alike.max(axis=1) < ALIKE).all() and len(set(best)) == len(best):
            yield name, [read[place] for place in best]


def _evened(rows):
    """Rows with mean 0 and length 1, so that the product of two is their correlation."""
    flat = np.nan_to_num(rows.reshape(len(rows), -1).astype("float64"))
    flat = flat - flat.mean(axis=1, keepdims=True)
    return flat / np.maximum(np.linalg.norm(flat, axis=1, keepdims=True), 1e-12)


def _compare_shift(path, array, batch, epoch, sources, shifts):
    """Of arrays that were read whole: do the targets stand where the inputs were read?"""
    if array is None or not array.ndim or len(array) < 3:
        return
    for name, source in sources.items():
        if not rows_like(array, source) or batch.reads.get(name) is not WHOLE:
            continue
        if len(np.unique(source.reshape(len(source), -1), axis=0)) < 2:
            continue
        for other, read in batch.reads.items():
            n = len(source)
            if other == name or read is WHOLE or len(read) != len(array):
                continue
            if other not in epoch.held or epoch.held[other].n != n or max(read) >= n:
                continue
            read = np.asarray(read)
            for step in (0, 1, -1, 2, -2):
                at = (read + step) % n
                if np.array_equal(source[at], array):
                    wraps = bool((at != read + step).any())
                    shifts.setdefault(path, []).append((name, step, wraps))
                    break
            return
