"""Which items of which container each batch read, and what drives what.

Only a container that nothing else indexes is judged: ids that are looked up in a dict decide which
of its keys are read, an index array decides which rows of an array are.
"""

import itertools
import os
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from autograder.diagnosis.record import WHOLE, Held

__all__ = [
    "Reading",
    "Reads",
    "folder_and_words",
    "is_runs",
    "labels_of",
    "once",
    "read_together",
    "runs_of",
    "stem_of",
    "targets_at",
]

MOSTLY = 0.8
MOST_PARTNERS = 4
MOST_PEEKS = 2
"""So many items of a batch may be looked at, such as for their size, before all are read."""
MOST_USES = 32
"""So often the same items may be read for one batch, such as once for each of several inputs."""


@dataclass
class Reading:
    """What an epoch read of one container. lists: for each batch the positions, in order."""

    held: Held
    lists: list
    rows: list

    @cached_property
    def times(self):
        """How often each position was read."""
        return Counter(place for read in self.lists for place in read)

    @cached_property
    def total(self):
        """How many reads there were."""
        return sum(map(len, self.lists))

    @property
    def used(self):
        """How many items were read at all."""
        return len(self.times)

    @property
    def ratio(self):
        """Reads for each row that was served."""
        return self.total / max(sum(self.rows), 1)

    @property
    def usual_ratio(self):
        """Reads for each row, but those of the last batch, which may be filled up; of one alone, its own."""
        last = len(self.lists) - 1 if len(self.lists) > 1 else 1
        return sum(map(len, self.lists[:last])) / max(sum(self.rows[:last]), 1)

    @cached_property
    def missing(self):
        """Positions that were never read."""
        return [place for place in range(self.held.n) if place not in self.times]

    @cached_property
    def repeated(self):
        """Positions that were read more than once."""
        return {place: count for place, count in self.times.items() if count > 1}

    @property
    def one_a_row(self):
        """Whether each row stands for one read."""
        return [len(read) for read in self.lists] == self.rows

    @property
    def each_row_alike(self):
        """Whether each read gives as many rows, such as 4 patches."""
        shares = {rows / len(read) if read else 0 for rows, read in zip(self.rows, self.lists)}
        return len(shares) == 1 and min(shares) >= 1 and min(shares) == int(min(shares))

    @property
    def overlap(self):
        """How often an item is read, of those that are."""
        return self.total / max(self.used, 1)

    @property
    def always_the_same(self):
        """Whether every batch read the same positions."""
        return len(self.lists) > 1 and len({tuple(read) for read in self.lists}) == 1

    @property
    def one_a_batch(self):
        """Whether each batch read one item, and made several rows of it."""
        return self.total == len(self.lists) and self.ratio < 0.9

    def values(self, positions):
        """The items at some positions, where they are known."""
        keys = self.held.keys
        return tuple(keys[place] for place in positions if place < len(keys)) if keys else ()


class Reads:
    """The readings of one epoch that can be judged.

    readings: `{name: Reading}`. opaque: containers that were read in a way that cannot be followed.
    drives: `{name: names}`: which containers decide what is read of one. drivers: those that
    nothing decides.
    """

    def __init__(self, epoch, inferred=None):
        self.batches = epoch.good
        self.rows = [batch.rows for batch in self.batches]
        self.total_rows = sum(self.rows)
        self.held, self.unordered, self.made_later = epoch.held, epoch.unordered, epoch.made_later
        self.opaque, self.readings = [], {}
        read = {name for batch in self.batches for name in batch.reads}
        for name in self.held:
            if name in read:
                self._add(name)
        self._leave_out_items()
        self.drives = self._find_drives()
        self.drivers = self._find_drivers()

    def _add(self, name):
        lists = [batch.reads.get(name, []) for batch in self.batches]
        if any(read is WHOLE for read in lists):
            self.opaque.append(name)
            return
        if self.unordered:
            lists = list(map(sorted, lists))
        elif not self._is_one_a_row(lists):
            lists = [once(list(read)) for read in lists]
        if all(len(set(read)) == rows >= len(read) - MOST_PEEKS for read, rows in zip(lists, self.rows)):
            lists = [_without_peeks(read, rows) for read, rows in zip(lists, self.rows)]
        n = self.held[name].n
        if not any(lists):
            return
        walked = len(lists) > 1 and all(
            len(read) >= n and sorted(set(read)) == list(range(n)) for read in lists
        )
        # a batch that came without a read of it was kept from before: so reads do not tell
        parts = self._parts(name)
        kept = any(
            rows and not any(part in batch.reads for part in parts)
            for batch, rows in zip(self.batches, self.rows)
        )
        if walked or kept:
            self.opaque.append(name)
            return
        self.readings[name] = Reading(self.held[name], lists, self.rows)

    def _leave_out_items(self):
        """Leave out what lies in files of which each is one row: what is read there is a part of an item."""
        files = {name for name in self.held if self.held[name].kind == "file"}
        counts = [
            len({name.partition(" of ")[2] for name in batch.reads if name in files})
            for batch in self.batches
        ]
        if files and counts == self.rows and len(files) > 1 and not files.issuperset(self.readings):
            self._without(files)
        else:
            self._without(self._parts_of_items(files))

    def _without(self, names):
        self.readings = {name: reading for name, reading in self.readings.items() if name not in names}
        self.opaque = [name for name in self.opaque if name not in names]

    def _parts_of_items(self, files):
        """What lies in files of which each is an item, and is not read once for each row: pictures to be cut, say.

        Each batch opens files of its own, as many as it reads items of something else.
        """
        opened = [{*batch.reads.get("<files>", ())} for batch in self.batches]
        named = any(
            [len(read) for read in reading.lists] == list(map(len, opened))
            for name, reading in self.readings.items()
            if name not in files
        )
        if not named or sum(map(len, opened)) != len(set().union(*opened)):
            return set()
        parts = {}
        for name in files & self.readings.keys():
            parts.setdefault(name.partition(" of ")[0], []).append(name)
        lists = {part: [self.readings[name].lists for name in names] for part, names in parts.items()}
        by_row = {
            part
            for part, found in lists.items()
            if [sum(map(len, reads)) for reads in zip(*found)] == self.rows
        }
        return {name for part in parts.keys() - by_row for name in parts[part]}

    def _is_one_a_row(self, lists):
        """Whether each row is one read, and no batch but by chance one item over and over, as of windows."""
        alone = any(len(read) > 1 and once(list(read)) == list(read) for read in lists)
        return alone and [len(read) for read in lists] == self.rows

    def _parts(self, name):
        """The names of all parts of the source that a container is a part of, such as several files."""
        source = _source_of(name)
        return [one for one in self.held if _source_of(one) == source] if source != name else [name]

    def ratio(self, name):
        """Reads for each row that was served, of all parts of a source together."""
        return sum(self.readings[part].ratio for part in self._parts(name) if part in self.readings)

    def _find_drives(self):
        drives = {}
        for name, reading in self.readings.items():
            for other, driven in self.readings.items():
                if name == other:
                    continue
                same = reading.lists == driven.lists
                if same and reading.held.n == driven.held.n and not reading.held.is_index:
                    continue
                if reading.held.columns:
                    columns = reading.held.columns.values()
                    hit = not same and (
                        any(self._share(reading, driven, values) > MOSTLY for values in columns)
                        or self._share_of_all(reading, driven, columns) > MOSTLY
                    )
                else:
                    hit = reading.held.kind != "dict" and self._share(reading, driven) >= MOSTLY
                if hit:
                    drives.setdefault(other, set()).add(name)
        return drives

    def _share(self, reading, driven, values=None):
        """The share of batches in which the items read of one are the positions read of the other.

        The positions may all be as far from the items, such as those of the targets of windows.
        """
        values = reading.held.keys if values is None else values
        if not values or (driven.held.kind == "dict" and driven.held.keys is None):
            return 0.0
        names = driven.held.keys if driven.held.kind == "dict" else None
        share = self._share_at(0, reading, driven, values, names)
        if share < MOSTLY and driven.held.labels:
            share = self._share_at(0, reading, driven, values, driven.held.labels)
        away = _apart(reading, driven, values) if share < MOSTLY and driven.held.kind != "dict" else 0
        return self._share_at(away, reading, driven, values) if away else share

    def round_the_end(self, index, name):
        """How far the positions read of a container are from what an index says, from one end to the other.

        0 where they are not all as far from it, or none goes beyond an end, as a negative position does.
        """
        reading, driven = self.readings[index], self.readings[name]
        values, n = reading.held.keys, driven.held.n
        if not all(0 <= value < n for value in values):
            return 0  # labels, and no positions
        away = _apart(reading, driven, values)
        away = min(away, away - n, away + n, key=abs)
        pairs = [
            (sorted((values[place] + away) % n for place in places), sorted(others))
            for places, others in zip(reading.lists, driven.lists)
        ]
        wraps = any(not 0 <= values[place] + away < n for places in reading.lists for place in places)
        return away if wraps and all(said == read for said, read in pairs) else 0

    @staticmethod
    def _share_at(away, reading, driven, values, names=None):
        """names: what the items of the other are asked for by, where that is not their position."""
        n = driven.held.n
        hits = seen = 0
        for places, others in zip(reading.lists, driven.lists):
            if not others:
                continue
            seen += 1
            if not places:
                continue
            if max(places) >= len(values):
                return 0.0
            items = [values[place] for place in places]
            if names:
                expected = [names[place] for place in others if place < len(names)]
            else:
                if not all(type(item) is int for item in items):
                    return 0.0
                items, expected = [(item + away) % n for item in items], others
            try:
                hits += Counter(once(items)) == Counter(expected)
            except TypeError:
                return 0.0
        return hits / seen if seen else 0.0

    def _share_of_all(self, reading, driven, columns):
        """The share of batches in which the positions read of one are made of several columns of the other.

        Such as of a table of embeddings that is asked for the users and for the items of the ratings.
        """
        if driven.held.kind == "dict":
            return 0.0
        hits = seen = 0
        for places, others in zip(reading.lists, driven.lists):
            left = Counter(others)
            for values in columns:
                items = [values[place] for place in places if place < len(values)]
                if all(type(item) is int for item in items) and Counter(items) <= left:
                    left -= Counter(items)
            seen += bool(others)
            hits += bool(others) and not left
        return hits / seen if seen else 0.0

    def _find_drivers(self):
        drivers = [name for name in self.readings if not self.drives.get(name)]
        if not drivers and self.readings:  # two that drive each other, such as 0 … n-1 read in order
            driving = {name for names in self.drives.values() for name in names}
            arrays = sorted(
                self.readings,
                key=lambda name: (name not in driving, self.readings[name].held.kind != "array"),
            )
            drivers = arrays[:1]
        return sorted(drivers, key=lambda name: -self.readings[name].held.n)

    @cached_property
    def windows(self):
        """Containers of which each row is a run of neighbours, such as a time series; the keys of a dict have none."""
        return {
            name
            for name, reading in self.readings.items()
            if reading.ratio > 1.5
            and reading.held.kind != "dict"
            and all(is_runs(read) for read in reading.lists if read)
            and any(len(set(read)) > rows for read, rows in zip(reading.lists, self.rows))
            and not self._are_batches(reading.lists)
        }

    def _are_batches(self, lists):
        """Whether what each batch read are a few runs as long as it is: each row is of an item from each of these."""
        runs = [list(map(len, runs_of(read))) for read in lists]
        return any(len(one) > 1 for one in runs) and all(
            sum(one) < rows * rows and not any(run % rows for run in one)
            for one, rows in zip(runs, self.rows)
            if rows
        )

    @cached_property
    def biggest(self):
        """The length of the longest container."""
        return max((reading.held.n for reading in self.readings.values()), default=0)

    @cached_property
    def one_read_a_row(self):
        """Whether reads tell of rows: each row stands for the same number of reads."""
        readings = [self.readings[name] for name in self.drivers]
        if not readings:
            return False
        different = {tuple(map(tuple, reading.lists)): reading for reading in readings}.values()
        together = [sum(sizes) for sizes in zip(*(map(len, reading.lists) for reading in different))]
        return (
            any(reading.each_row_alike for reading in readings)
            or together == self.rows
            or any(reading.ratio > 1.5 for reading in readings)
            or all(reading.total == len(self.batches) for reading in readings)
        )


def _source_of(name):
    """What a container is a part of: `self.parts` of `self.parts[0]`, `'x' of ` of `'x' of 0.h5`; else its name."""
    if name.endswith("]"):
        return name[: name.rindex("[")]
    return name[: name.index(" of ") + 4] if name.startswith("'") and " of " in name else name


def once(read):
    """Take back that one batch uses the same items several times: a, b, a, b is a, b, and so is a, a, b, b."""
    n = len(read)
    for times in range(2, min(n, MOST_USES) + 1):
        if n % times == 0 and read == read[: n // times] * times:
            return read[: n // times]
    for times in range(2, min(n, MOST_USES) + 1):
        if n % times == 0 and all(read[i] == read[i - i % times] for i in range(n)):
            return read[::times]
    return read


def _apart(reading, driven, values):
    """How far the first position that is read of one is from the first that the other's items say."""
    places = next((read for read in reading.lists if read), [])
    others = next((read for read in driven.lists if read), [])
    items = [values[place] for place in places if place < len(values)]
    if not items or not others or not all(type(item) is int for item in items):
        return 0
    return min(others) - min(items)


def _without_peeks(read, rows):
    """The order in which all items of a batch were read, without those that were looked at before."""
    last = read[len(read) - rows :]
    return last if len(set(last)) == rows else list(dict.fromkeys(read))


def read_together(one, other):
    """Whether two lists of positions are of the same items; one may have partners besides, as for pairs."""
    if one == other:
        return True
    few, many = sorted((set(one), set(other)), key=len)
    return bool(few) and few < many and len(many) <= MOST_PARTNERS * len(few)


def labels_of(reads, name, keys=None, in_order=False):
    """`{item: labels}` of a container whose items tell themselves apart; None where it cannot be said.

    keys: what its items are called, where they are no keys themselves, such as a column of a table. in_order:
    whether the rows of a batch are in the order of its items, and not in that in which these were read.
    """
    reading, found = reads.readings[name], {}
    keys = keys or reading.held.keys
    if reading.held.kind == "dict" or not keys or len(set(keys)) < len(keys):
        return None
    if not isinstance(keys[0], str) and not reading.held.is_index:
        return None
    for batch, read in zip(reads.batches, reading.lists):
        if reads.unordered or len(read) != batch.rows or len(batch.y) != batch.rows:
            return None
        items = [keys[place] for place in read]
        for item, label in zip(sorted(items) if in_order else items, batch.y):
            found.setdefault(item, set()).add(label)
    return found


def targets_at(batches, lists, items):
    """Whether some targets of each batch are the items at its places. items: prints, such as `Held.prints`."""
    return all(
        any(leaf.rows == tuple(items[place] for place in places) for leaf in batch.side("y"))
        for batch, places in zip(batches, lists)
    )


def stem_of(path):
    """The name of a file, without its folder and its ending."""
    return os.path.splitext(os.path.basename(path))[0]


def folder_and_words(path):
    """What files of one kind have in common: the folder, and the words of the name without its numbers."""
    return os.path.dirname(path), re.sub(r"[0-9]+", "", os.path.basename(path).lower())


def runs_of(numbers):
    """The runs of neighbours that numbers are made of: (3, 4) and (7,) of 3, 4, 7."""
    places = [0, *(k for k in range(1, len(numbers)) if numbers[k] != numbers[k - 1] + 1), len(numbers)]
    return [tuple(numbers[a:b]) for a, b in itertools.pairwise(places)]


def is_runs(read):
    """Whether positions are made of runs of neighbours."""
    if len(read) < 4:
        return True
    steps = sum(1 for a, b in itertools.pairwise(read) if b - a == 1)
    return steps >= 0.5 * (len(read) - 1)
