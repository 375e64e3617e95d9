"""Judges what an epoch read: items that were left out, that came twice, rows without an item."""

import itertools
import math
import os
import re
from collections import Counter

import numpy as np

from autograder.diagnosis.content import prints, without_weight
from autograder.diagnosis.finding import LOSES, finding, hint_on_length, listed, numbered
from autograder.diagnosis.reads import runs_of, stem_of
from autograder.mistakes.finding import plural

__all__ = ["coverage", "is_judged", "main_reading"]

BEGINS, ENDS = (
    re.compile("start|begin|first|from|offset|lower", re.I),
    re.compile("stop|end|until|upper", re.I),
)
"""What the names of numbers say where a part of the data begins, or ends."""
MOST_PATHS = 1_000
"""So many items of a container are looked at, to see whether they are paths."""
LEAST_ITEMS = 10
"""Of fewer, one that is left out may be a part of them."""
FEW_ALIKE = 0.5
"""Where fewer rows are alike than this share of the reads that are too many, these are other rows of an item."""
LOOKED_UP = 2
"""What has so many reads for each of its items is looked up, such as the number of a word."""
MOST_CLASSES = 50
"""More different numbers beside items are no labels."""
LEAST_NUMBERS = 16
"""A row of so many numbers is none that is zero by nature."""
LEAST_GAPS = 3
"""Gaps of so many lengths between windows are of windows that are drawn."""


def coverage(record, reads, later=False):
    """Yield findings, and questions as text, about the items of an epoch.

    later: it is the epoch after `on_epoch_end`; only what is left out and what comes twice counts.
    """
    complete = len(reads.batches) == record.length and not record.background
    signatures = set()
    for name in reads.drivers if complete else ():
        yield from _opened_for_another(record, reads, name)
    for name in reads.drivers:
        reading = reads.readings[name]
        signature = reading.held.n, tuple(map(tuple, reading.lists))
        if signature in signatures or not is_judged(record, reads, name):
            continue
        signatures.add(signature)
        if reading.always_the_same:
            yield from _same_items(record, reads, name)
            continue
        yield from _item_as_batch(record, reads, name)
        if name in reads.windows and not record.shuffle and not record.background:
            yield from _window_starts(record, reads, name)
        if complete:
            yield from _left_out(record, reads, name)
            yield from _not_in_index(record, reads, name)
            yield from _index_with_replacement(reads, name)
            yield from _never_opened(record, reads, name)
            yield from _without_their_file(reads, name)
            yield from _twice(record, reads, name)
        if not later and not record.background:
            yield from _rows(record, reads, name)
            yield from _asked_again(record, reads, name)


def is_judged(record, reads, name):
    """Whether every item of a container is meant to be served: no lookup table, no shared dict."""
    reading = reads.readings[name]
    n = reading.held.n
    others = [other for other in reads.drivers if other != name]
    if n < 0.5 * reads.biggest and reading.used >= 0.6 * n and reading.total >= 2 * reading.used:
        return False
    beside = [one.held.n for one in map(reads.readings.get, others) if one.held.kind != "dict"]
    if reading.held.kind == "dict" and beside:
        if reading.used < n or (n not in beside and reading.total >= LOOKED_UP * reading.used):
            return False
    elif reading.held.kind == "dict" and others and reading.total >= LOOKED_UP * reading.used:
        if n not in [reads.readings[other].held.n for other in others]:
            return False  # such as the numbers of words, beside dicts of texts and pictures
    elif reading.held.kind == "dict" and reading.used < n:
        if all(read == reading.lists[0] for read in reading.lists):
            return False  # of settings every batch takes the same
    if _is_template(record, reads, name):
        return False
    parent = reads.readings.get(name.rpartition("[")[0])
    if parent is not None and not parent.always_the_same:
        return False  # one of many sources; which of them is read, and how much of it, is meant so
    exact = any(reads.readings[other].one_a_row for other in others)
    if exact and len(reading.lists) == 1 and not reading.missing and not reading.one_a_row:
        return False  # all of it is looked up in the only batch
    if exact and reading.ratio > 1.25 and name not in reads.windows:
        return False  # a row looks up several, such as the words of a text
    if record.samples and n != record.samples:
        if any(reads.readings[other].held.n == record.samples for other in others):
            return False
    if reading.always_the_same and n > 1:
        return True
    if reading.used <= 2 and n < len(reading.lists):
        return False
    if reading.total <= len(reading.lists) and n < 0.5 * reads.biggest and n != len(reading.lists):
        return False
    if reading.ratio < 0.75 and not reading.one_a_batch and n != reads.biggest:
        if n != record.samples and reading.total < 3 * reading.used:
            return False
    return True


def _come_by_another(reads, name):
    """Whether the indices that are not read of one container are read of another that has the same ones."""
    reading = reads.readings[name]
    if not reading.held.is_index:
        return False
    values = reading.held.keys
    missing = {values[place] for place in reading.missing}
    others = [one for other, one in reads.readings.items() if other != name and one.held.is_index]
    return any(
        set(one.held.keys) == set(values)
        and missing <= {one.held.keys[place] for read in one.lists for place in read}
        for one in others
    )


def _is_template(record, reads, name):
    """Whether every batch takes as much as it needs of what is as long as a batch, such as dummy targets."""
    reading = reads.readings[name]
    if reading.held.n != record.batch_size or any(read != list(range(len(read))) for read in reading.lists):
        return False
    others = [one for other, one in reads.readings.items() if other != name and one.held.n != reading.held.n]
    return any(one.one_a_row and not one.missing and not one.repeated for one in others)


def main_reading(record, reads):
    """The reading of the container that drives the reads: the longest that is judged, or None."""
    for name in reads.drivers:
        if is_judged(record, reads, name) and not reads.readings[name].always_the_same:
            return reads.readings[name]
    return None


def _same_items(record, reads, name):
    """Every index read the same: it is ignored, unless something else varies with it."""
    reading = reads.readings[name]
    if not all(other.always_the_same for other in reads.readings.values()):
        return
    if reading.total < reading.held.n or (len(reading.lists) > 1 and reading.used < reading.held.n):
        items = sorted(set(reading.lists[0]))
        yield finding(
            "ignores_index",
            LOSES,
            f"every index reads the same items of {name}: {numbered(items)}",
            f"{reading.held.n - reading.used:,} of {reading.held.n:,} items are never served, "
            f"and the others {len(reading.lists):,} times",
            asked="seq[0] and seq[1] give different batches",
            attribute=name,
            items=items,
            values=reading.values(items),
            line=record.line_of(name),
        )


def _item_as_batch(record, reads, name):
    """Each batch is one item of a list, as it is: then its first axis may be none for rows."""
    reading = reads.readings[name]
    if reading.held.kind != "list" or reading.held.n != record.length or reading.held.keys is not None:
        return
    if not all(len(read) == 1 for read in reading.lists) or not reading.held.prints:
        return
    x = reads.batches[0].side("x")
    if len(x) == 1 and reading.held.shape == x[0].shape:
        yield (
            f"Is {name} a list of batches? seq[0] is its first item as it is, of shape {x[0].shape}: "
            f"fit takes that for {x[0].shape[0]} rows."
        )


def _left_out(record, reads, name):
    reading = reads.readings[name]
    n, missing = reading.held.n, reading.missing
    window = name in reads.windows
    if not missing or _come_by_another(reads, name):
        return
    if window:
        yield from _no_window(record, reads, name)
        return
    if any(reads.readings[other].held.n == n for other in reads.windows) and reading.one_a_row:
        return  # a target of each window, where there is not one for each item
    by_length = reading.held.is_index and missing == list(range(reads.total_rows, n))
    if reads.windows and not by_length:  # the first or last of a series whose windows are read from another
        head = missing == list(range(len(missing)))
        tail = missing == list(range(n - len(missing), n))
        longest = max(len(read) for other in reads.windows for read in reads.readings[other].lists)
        if (head or tail) and len(missing) <= max(2, longest):
            return
    if _is_drawn(record, reads, name):
        yield from _drawn(record, reads, name)
        return
    if _how_many_by_chance(record, reads, reading):
        yield f"Is it meant that chance says how many items of {name} a batch has? {numbered(missing)} did not come."
        return
    if _as_many_of_each_class(reads, reading):
        left = plural(len(missing), "item")
        yield f"Is it meant that {left} of {name} are left out, and of each class as many come as the rarest has?"
        return
    said = _part_that_is_said(record, reading) or _index_made_later(reads, reading)
    if said:
        yield f"Is it meant that {numbered(missing)} of {name} are left out, as {said} says?"
        return
    batch_size = record.batch_size
    one_each = reading.total == len(reading.lists)
    if one_each and batch_size and n > record.length and len(missing) > 0.5 * n:
        yield finding(
            "ignores_batch_size",
            LOSES,
            f"one item of {name} for each batch, and {record.length:,} batches",
            f"{len(missing):,} of {n:,} items are never served",
            asked=f"batches of {batch_size} items ({record.batch_size_name})",
            attribute=name,
            items=missing,
            values=reading.values(missing),
            line=record.line_of(name),
        )
        return
    if record.drops_last:
        yield f"Is it meant that {numbered(missing)} of {name} are left out, as {record.drops_last} says?"
        return
    values = reading.values(missing)
    which = numbered(missing) + (f" ({listed(values)})" if values and not is_index(values, missing) else "")
    tail = missing == list(range(n - len(missing), n))
    length = record.lines.get("__len__", "")
    yield finding(
        "never_read",
        LOSES,
        f"{reading.used:,} items; {which} of {name} never",
        f"the last {plural(len(missing), 'item')} of {n:,} {_verb(missing)} never served, in any epoch"
        if tail and not record.reordered
        else f"of {n:,} items {len(missing):,} {_verb(missing)} not served in an epoch"
        + (", each time others" if tail and name in record.reordered else ""),
        asked=f"all {n:,} items of {name} are read in an epoch of {record.length:,} "
        + ("batch" if record.length == 1 else "batches"),
        attribute=name,
        items=missing,
        values=values,
        line=length if tail else record.line_of(name),
        hint=hint_on_length(length, record.lines.get("room", ""), n, batch_size or 0, record.length)
        if tail
        else "What becomes of these items on the way to a batch?",
    )


def _not_in_index(record, reads, name):
    """An index that is read to its end, and lacks the first or last items of what it is an index of.

    Part of what is there may be meant, such as for validation. But for one single item at an end of
    all that belongs together nobody would.
    """
    reading = reads.readings[name]
    if not reading.held.is_index or reading.missing:
        return
    driven = [one for key, one in reads.readings.items() if name in reads.drives.get(key, ()) and one.missing]
    for one in driven:
        n, missing = one.held.n, one.missing
        at_an_end = missing == list(range(len(missing))) or missing == list(range(n - len(missing), n))
        alike = [other for other in driven if other.held.n == n and other.missing == missing]
        if n <= reading.held.n or not at_an_end or not one.one_a_row:
            continue
        if set(reading.held.keys) == set(range(record.length)) and n > record.length > 2:
            yield finding(
                "index_too_short",
                LOSES,
                f"{name} has {plural(reading.held.n, 'number')}, one for each batch, and {one.held.name} {n:,} items",
                f"{len(missing):,} of {n:,} items are never served",
                asked=f"{name} has a number for each of {n:,} items",
                attribute=name,
                items=missing,
                line=record.lines.get("on_epoch_end") or record.line_of(name),
            )
            return
        if len(missing) == 1 and len(alike) > 1 and n > LEAST_ITEMS:
            yield finding(
                "never_read",
                LOSES,
                f"{name} has {reading.held.n:,} items, and {numbered(missing)} of {one.held.name} is not among them",
                f"of {n:,} items 1 is never served, in any epoch",
                asked=f"all {n:,} items of {one.held.name} are served in an epoch",
                attribute=name,
                items=missing,
                values=one.values(missing),
                line=record.line_of(name),
                hint=f"Where is {name} made, and how long is it?",
            )
        else:
            yield (
                f"Is it meant that {numbered(missing)} of {one.held.name} {_verb(missing)} left out, "
                f"since {name} has {plural(reading.held.n, 'item')}?"
            )
        return


def _index_with_replacement(reads, name):
    """Yield a question about an index as long as what it is an index of, that names items of it twice."""
    reading = reads.readings[name]
    keys = reading.held.keys or ()
    if reading.missing or not all(type(key) is int for key in keys) or len(set(keys)) == len(keys):
        return
    again = len(keys) - len(set(keys))
    if 2 * again < len(keys) > LEAST_ITEMS and set(keys) == set(range(len(keys) - again)):
        yield f"Is it meant that {plural(again, 'number')} of {name} {_verb(range(again))} there more than once?"
        return
    for key, one in reads.readings.items():
        if name in reads.drives.get(key, ()) and one.held.n == len(keys) and one.one_a_row and one.missing:
            yield (
                f"Is it meant that {name} is drawn with replacement? In this epoch "
                f"{plural(len(one.missing), 'item')} of {one.held.n:,} of {key} did not come, and "
                f"{len(one.repeated):,} came more than once."
            )
            return


def _never_opened(record, reads, name):
    """Files whose names are read, and that are not opened, where each row is a file that is."""
    reading = reads.readings[name]
    keys = reading.held.keys
    if not keys or not all(isinstance(key, str) for key in keys) or reading.ratio < 1.25:
        return
    opened = set()
    for batch, read in zip(reads.batches, reading.lists):
        files = set(map(stem_of, batch.reads.get("<files>", ())))
        found = [place for place in read if stem_of(keys[place]) in files]
        if len(set(found)) != batch.rows:
            return
        opened.update(found)
    missing = [place for place in reading.times if place not in opened]
    if missing:
        yield finding(
            "never_read",
            LOSES,
            f"{numbered(missing)} of {name} never",
            f"of {reading.held.n:,} files {len(missing):,} {_verb(missing)} not opened in an epoch",
            asked=f"each file of {name} is opened in an epoch",
            attribute=name,
            items=missing,
            values=reading.values(missing),
            line=record.lines.get("__getitem__", ""),
            hint="Which of the names that a batch takes are opened?",
        )


def _window_starts(record, reads, name):
    """Yield a finding about windows that begin at other places than where those of the batch before end."""
    starts = [_starts(read, rows) for read, rows in zip(reads.readings[name].lists, reads.rows) if rows]
    if len(starts) < 3 or not all(starts) or max(map(len, starts)) < 2:
        return
    steps = {b - a for one in starts for a, b in itertools.pairwise(one)}
    jumps = {later[0] - one[-1] for one, later in itertools.pairwise(starts)}
    if len(steps) != 1 or len(jumps) != 1 or steps == jumps or min(steps) < 1:
        return
    step, jump, size = steps.pop(), jumps.pop(), len(starts[0])
    first = starts[1][0] - starts[0][0]
    if jump > step:
        gap = numbered(range(starts[0][-1] + step, starts[1][0], step))
        so = f"windows that begin at {gap} of {name} are in none"
    else:
        twice = plural((starts[0][-1] - starts[1][0]) // step + 1, "window")
        so = f"{twice} of seq[0] come in seq[1] too"
    yield finding(
        "windows_left_out" if jump > step else "read_twice",
        LOSES,
        f"{plural(size, 'window')} in seq[0], and the first of seq[1] begins {plural(first, 'item')} further on",
        so,
        asked=f"seq[1] begins {plural(size * step, 'item')} of {name} further on than seq[0]",
        attribute=name,
        line=record.line_of(name),
    )


def _starts(read, rows):
    """Where the windows of a batch begin, of positions that are runs of neighbours; none where that is not clear."""
    runs = runs_of(read)
    runs = [run for k, run in enumerate(runs) if k == 0 or run != runs[k - 1]]
    windows, rest = runs[:rows], runs[rows:]  # behind the windows a target of each may be read
    alike = len({len(run) for run in windows}) == 1 and len(runs[0]) > 1
    return (
        [run[0] for run in windows] if len(windows) == rows and alike and sum(map(len, rest)) <= rows else []
    )


def _at_the_first_step(windows, targets):
    """Whether one item of another container is read for each window, and is the one where that begins."""
    if not targets.one_a_row:
        return False
    starts = [_starts(read, rows) for read, rows in zip(windows.lists, windows.rows) if rows]
    return bool(starts) and all(starts) and starts == [read for read in targets.lists if read]


def _without_their_file(reads, name):
    """Yield a question about rows of items whose files no batch opened, where those of most others were."""
    reading = reads.readings[name]
    keys = reading.held.keys or ()
    opened = {stem_of(path) for batch in reads.batches for path in batch.reads.get("<files>", ())}
    texts = [list(filter(_is_text, key if isinstance(key, tuple) else (key,))) for key in keys]
    if not opened or not reading.one_a_row or len(texts) < reading.held.n or not all(texts):
        return
    missing = [place for place in reading.times if opened.isdisjoint(map(stem_of, texts[place]))]
    if 0 < len(missing) < 0.5 * reading.used:
        yield (
            f"Is it meant that {plural(len(missing), 'row')} of {reading.used:,} {_verb(missing)} made without "
            f"a file? That of {texts[missing[0]][0]!r} was not opened."
        )


def _is_text(key):
    return isinstance(key, (str, os.PathLike))


def _opened_for_another(record, reads, name):
    """Files whose names are read and of which none is opened, while those of another are opened twice each."""
    reading = reads.readings[name]
    if not reading.one_a_row or not _are_paths(reading.held):
        return
    opened = [Counter(map(os.path.normpath, batch.reads.get("<files>", ()))) for batch in reads.batches]
    if not any(opened) or any(_times_opened(reading, opened)):
        return
    for other in reads.drivers:
        one = reads.readings[other]
        if one.lists == reading.lists and _are_paths(one.held) and set(_times_opened(one, opened)) == {2}:
            yield finding(
                "never_read",
                LOSES,
                f"no file of {name} is opened, and each of {other} twice",
                f"what belongs to {name} is made of the files of {other}",
                asked=f"the files of {name} are opened",
                attribute=name,
                line=record.lines.get("__getitem__", ""),
                hint="Which of the two lists does each loop go over?",
            )
            return


def _are_paths(held):
    """Whether the items of a container are whole paths, as far as the first of them say."""
    return held.kind != "dict" and bool(held.keys) and all(map(_is_path, held.keys[:MOST_PATHS]))


def _is_path(key):
    return _is_text(key) and os.path.isabs(key)


def _times_opened(reading, opened):
    """How often each batch opens the file of each of its items. opened: {path: times} of each batch."""
    keys = reading.held.keys
    for files, read in zip(opened, reading.lists):
        for place in read:
            yield files[os.path.normpath(keys[place])] if _is_path(keys[place]) else 0


def _part_that_is_said(record, reading):
    """The attribute that says where the items begin or end that are read, such as "self.start"; else ""."""
    first, last = min(reading.times), max(reading.times)
    if reading.used != last - first + 1:
        return ""
    for name, value in record.bounds.items():
        begins, ends = BEGINS.search(name), ENDS.search(name)
        if (begins and value == first > 0) or (ends and value in (last, last + 1) and value < reading.held.n):
            return name
    return ""


def _index_made_later(reads, reading):
    """The index, made with the first batch, that has the positions that are read, each once; else ""."""
    return next((name for name, numbers in reads.made_later.items() if {*numbers} == {*reading.times}), "")


def is_index(values, places):
    """Whether the values are numbers, which say no more than the positions."""
    return all(type(value) is int for value in values)


def _is_drawn(record, reads, name):
    """Whether items are drawn at random, some of them more than once."""
    reading = reads.readings[name]
    again = sum(reading.repeated.values()) - len(reading.repeated)
    by_seed = record.lines.get("draws")  # of the index, say: then each epoch draws the same
    return again > 0.05 * reading.total and (not record.deterministic or bool(by_seed))


def draws(record, reads):
    """Whether the same batch, asked for again, reads other items of something."""
    for batch in reads.batches:
        again = record.again.get(batch.index)
        if again is not None and not record.deterministic:
            for name in reads.readings:
                if sorted(again.reads.get(name, ())) != sorted(batch.reads.get(name, ())):
                    return True
    return False


def _drawn(record, reads, name):
    """Items drawn at random: a fault where an epoch is meant to be all of them, else a question."""
    reading = reads.readings[name]
    n, size = reading.held.n, record.batch_size
    plain = [len(read) for read in reading.lists] == reads.rows and all(
        other.lists == reading.lists or reads.drives.get(key) or _is_inside(key, reads)
        for key, other in reads.readings.items()
    )
    by_class = any(key not in reads.readings and held.is_index for key, held in reads.held.items())
    hidden = [
        key
        for key in reads.opaque
        if set(reads.held[key].keys or ()) != set(reading.held.keys or (0,))
        and not any(part.startswith(f"{key}[") for part in reads.held)
    ]
    if plain and record.same_with_seed is False:
        return  # it is no chance that draws them, but what was asked before
    if plain and size and record.length in (n // size, -(-n // size)) and not hidden and not by_class:
        yield finding(
            "draws_at_random",
            LOSES,
            f"{reading.used:,} different items in {reading.total:,} draws",
            f"{n - reading.used:,} of {n:,} items of {name} were not served in this epoch, "
            f"and {len(reading.repeated):,} more than once",
            asked=f"an epoch of {record.length:,} batches serves each of {n:,} items once",
            attribute=name,
            items=reading.missing,
            line=record.line_of(name),
        )
    else:
        yield (
            f"Is it meant that items of {name} are drawn at random? Of {n:,}, {reading.used:,} came in an "
            f"epoch of {reading.total:,} draws."
        )


def _is_inside(name, reads):
    """Whether a container is a part of an object of the user's own, which is read itself."""
    return any(name.startswith(f"{other}.") for other in reads.readings)


def _no_window(record, reads, name):
    """The end of a series that is in no window."""
    reading = reads.readings[name]
    n, missing = reading.held.n, reading.missing
    if draws(record, reads):
        return
    if missing == list(range(len(missing))) and reading.overlap > 1.5:
        yield f"Is it meant that {numbered(missing)} of {name} {_verb(missing)} in no window?"
        return
    if missing[-1] != n - 1:
        return
    *gaps, last = map(len, runs_of(missing))
    if len(set(gaps)) >= LEAST_GAPS or last <= max(gaps, default=0):
        return  # windows at places that are drawn, which leave out items anywhere
    others = [other for key, other in reads.readings.items() if other.held.n == n and key != name]
    of_windows = [
        other
        for other in reads.readings.values()
        if other.one_a_row and not other.missing and other.held.n == reads.total_rows != n
    ]
    if of_windows:  # there is one item of something else for each window, and all of them came
        numbers = all(one.held.is_order for one in of_windows)
        if numbers and missing == list(range(n - len(missing), n)) and not others and reading.overlap > 1.5:
            yield f"Is it meant that {numbered(missing)} of {name} {_verb(missing)} in no window?"
        return
    for other in others:
        if _at_the_first_step(reading, other):  # it may have been put earlier before it came here
            yield (
                f"Is it meant that {other.held.name} is read at the first step of each window of {name}, and "
                "not where it ends, or further on?"
            )
    if any(
        (one.kind == "steps" and last <= one.place) or (one.kind == "step" and last == one.count - one.place)
        for one in record.copied
    ):
        return  # the windows reach the end, and their targets begin too early
    unused = min([last] + [n - 1 - max(other.times) for other in others])
    step = max(1, round(reading.used / max(reads.total_rows, 1)))  # from one window to the next
    if unused >= step and (reading.overlap > 1.5 or unused >= reading.ratio):
        items, length = list(range(n - unused, n)), record.lines.get("__len__", "")
        yield finding(
            "never_read",
            LOSES,
            f"{numbered(items)} of {name} in no window",
            f"the last {plural(unused, 'item')} of {n:,} in {name} {_verb(items)} never used",
            asked=f"windows over all {n:,} items of {name}",
            attribute=name,
            items=items,
            line=length,
            hint="Which is the last window that is counted, and where does it, and its target, lie?",
        )


def _twice(record, reads, name):
    reading = reads.readings[name]
    repeated = reading.repeated
    extra = sum(repeated.values()) - len(repeated)
    if not extra or name in reads.windows:
        return
    if _is_drawn(record, reads, name):
        return
    if (reading.ratio < 0.75 or record.deterministic) and _rows_alike(record) < FEW_ALIKE * extra:
        return  # an item is many rows, such as a file or a series, of which each batch takes some
    if not (reading.ratio <= 1.35 or extra < 0.5 * reading.total):
        return
    items = sorted(repeated)
    if reading.ratio > 1.2:
        yield f"Is it meant that {numbered(items)} of {name} are read more than once in an epoch?"
        return
    values = reading.values(items)
    yield finding(
        "read_twice",
        LOSES,
        f"{numbered(items)} of {name} more than once",
        f"{len(items):,} of {reading.held.n:,} items count more than the others: "
        f"{extra:,} rows too many in an epoch",
        asked=f"each item of {name} is read once in an epoch",
        attribute=name,
        items=items,
        values=values,
        line=record.line_of(name),
    )


def _as_many_of_each_class(reads, reading):
    """Whether of each class as many items were read as the rarest has, by labels that are held beside them.

    Each class has an index of its own then: without that, a last batch that is left out may look so too.
    """
    used = {place for read in reading.lists for place in read}
    for held in reads.held.values():
        labels = held.keys or ()
        if len(labels) != reading.held.n or not all(isinstance(one, int | np.integer) for one in labels):
            continue
        all_of_them, came = Counter(labels), Counter(labels[place] for place in used)
        indices = [
            set(one.keys) for one in reads.held.values() if one.is_index and max(one.keys) < len(labels)
        ]
        own = sum(len({labels[place] for place in places}) == 1 for places in indices)
        if 1 < len(all_of_them) <= MOST_CLASSES and own >= len(all_of_them):
            if set(came.values()) == {min(all_of_them.values())} and len(came) == len(all_of_them):
                return True
    return False


def _how_many_by_chance(record, reads, reading):
    """Whether chance says how many items are read for a batch, and how many of others: of each class, say."""
    full = max(reads.rows, default=0)
    counts = {len(read) for rows, read in zip(reads.rows, reading.lists) if rows == full}
    others = [one for one in reads.readings.values() if one is not reading]
    beside = any(
        sum(len(a) + len(b) == rows for a, b, rows in zip(reading.lists, one.lists, reads.rows))
        >= 0.5 * len(reads.rows)
        for one in others
    )
    return not record.deterministic and len(counts) > 2 and max(counts) < full and beside


def _rows_alike(record):
    """How many rows of an epoch came before with the same targets; all, where it has none that can be told."""
    rows = [
        row for batch in record.epochs[0].good if batch.x for row in itertools.zip_longest(batch.x, batch.y)
    ]
    return len(rows) - len(set(rows)) if rows else math.inf


def _rows(record, reads, name):
    """Rows beside items, where a row stands for an item."""
    reading = reads.readings[name]
    pairs = list(zip(reads.batches, reading.lists))
    idle = [batch for place, batch in enumerate(reads.batches) if batch.rows and _reads_nothing(reads, place)]
    if idle and all(len(read) <= batch.rows for batch, read in pairs) and reading.used > 1:
        yield finding(
            "rows_without_item",
            LOSES,
            f"{plural(idle[0].rows, 'row')} in seq[{idle[0].index}], and no item of {name} read",
            f"{len(idle):,} of {len(pairs):,} batches are no data",
            asked=f"seq[{idle[0].index}] has a row for each item",
            attribute=name,
            line=record.lines.get("__len__", "") or record.line_of(name),
            hint="Does len(seq) count batches, or items?",
        )
        return
    if len(pairs) == 1:
        batch, read = pairs[0]
        lacking = batch.rows - len(read)
        if batch.rows == record.batch_size and lacking > 0 and _rows_of_zeros(batch) == lacking:
            yield _rows_without_item(record, name, batch, read)
            return
    doubled = [(b, read) for b, read in pairs if _whole_again(b, read)]
    if record.deterministic and len(doubled) == len(reads.batches):
        batch, read = doubled[0]
        yield finding(
            "read_twice",
            LOSES,
            f"{batch.rows} rows of {plural(len(read), 'item')} of {name}, each {batch.rows // len(read)} times",
            "all rows come more than once in their batch",
            asked=f"seq[{batch.index}] has a row for each item",
            attribute=name,
            items=read,
            line=record.line_of(name),
            hint="What puts a row into the batch again?",
        )
        return
    if (
        not 0.8 < reading.usual_ratio < 1.25
        or reading.one_a_batch
        or name in reads.windows
        or reading.used < 2
    ):
        return
    if _is_drawn(record, reads, name) or draws(record, reads):
        yield from _zeros_at_the_end(record, reads, name)
        return  # an item that is drawn twice in a batch is two rows
    more = [(b, read) for b, read in pairs if b.rows - len(without_weight(b)) > len(read)]
    fewer = [(b, read) for b, read in pairs if b.rows < len(read)]
    if more and record.deterministic and len(set(more[-1][0].x)) == len(set(more[-1][1])):
        batch, read = more[-1]
        yield finding(
            "read_twice",
            LOSES,
            f"{batch.rows} rows of {plural(len(read), 'item')} of {name}",
            f"rows of seq[{batch.index}] come more than once, and count more than the others",
            asked=f"seq[{batch.index}] has a row for each item",
            attribute=name,
            items=read,
            line=record.line_of(name),
            hint="What puts a row into the batch again?",
        )
    elif more and not _filled_by_others(reads, name, more):
        yield _rows_without_item(record, name, *more[-1])
    if fewer:
        batch, read = fewer[0]
        lost = range(len(read) - batch.rows)
        yield finding(
            "skips_items",
            LOSES,
            f"{batch.rows} rows, and {len(read)} items of {name} read",
            f"of those that seq[{batch.index}] reads, {plural(len(lost), 'item')} {_verb(lost)} not served",
            asked=f"seq[{batch.index}] has a row for each item",
            attribute=name,
            items=read,
            values=reading.values(read),
            line=record.line_of(name),
        )


def _rows_without_item(record, name, batch, read):
    extra = range(batch.rows - len(read))
    return finding(
        "rows_without_item",
        LOSES,
        f"{batch.rows} rows, and {len(read)} items of {name} read",
        f"of seq[{batch.index}], {plural(len(extra), 'row')} {_verb(extra)} no data",
        asked=f"seq[{batch.index}] has a row for each item",
        attribute=name,
        items=read,
        line=record.line_of(name),
    )


def _zeros_at_the_end(record, reads, name):
    """Yield a finding about rows of zeros in the last batch alone, for which fewer items were read than in others."""
    *others, last = reads.batches
    *lists, read = reads.readings[name].lists
    if not others or last.index + 1 != record.length or any(len(read) >= len(one) for one in lists):
        return
    zeros = _rows_of_zeros(last)
    if zeros and last.rows == others[0].rows and not any(map(_rows_of_zeros, others)):
        yield finding(
            "rows_without_item",
            LOSES,
            f"{plural(zeros, 'row')} of {last.rows} in seq[{last.index}] hold zeros alone",
            f"{len(read)} items of {name} were read for it, and {len(lists[0])} for seq[0]",
            asked=f"seq[{last.index}] has rows of items alone",
            attribute=name,
            line=record.line_of(name),
        )


def _rows_of_zeros(batch):
    """How many rows of the inputs hold zeros alone, where a row has many numbers."""
    found = 0
    for leaf in batch.side("x"):
        if math.prod(leaf.shape[1:]) >= LEAST_NUMBERS and leaf.dtype[:1] in "fui":
            nothing = prints(np.zeros((1, *leaf.shape[1:]), leaf.dtype))
            found = max(found, leaf.rows.count(nothing[0]))
    return found


def _filled_by_others(reads, name, more):
    """Whether two other containers have an item for each row of batches in which this one has too few.

    One that says which rows there are would not show that there is something in them.
    """
    places = [place for place, batch in enumerate(reads.batches) if any(batch is one for one, _ in more)]
    full = [
        other
        for other, reading in reads.readings.items()
        if other != name
        and all(len(set(reading.lists[place])) == reads.batches[place].rows for place in places)
    ]
    return len(full) > 1


def _reads_nothing(reads, place):
    """Whether a batch read no item of anything, as far as that can be followed."""
    return not reads.opaque and not any(reading.lists[place] for reading in reads.readings.values())


def _whole_again(batch, read):
    """Whether a batch is the rows of the items that it read, each as many times over, with the same target."""
    rows = list(zip(batch.x, batch.y)) if batch.y else list(batch.x)
    times = set(Counter(rows).values())
    return (
        len(read) > 1 and len(set(rows)) == len(set(read)) == len(read) and len(times) == 1 and min(times) > 1
    )


def _asked_again(record, reads, name):
    reading = reads.readings[name]
    before = {batch.index: read for batch, read in zip(reads.batches, reading.lists)}
    served = {batch.index: batch.content for batch in reads.batches}
    rows = {batch.index: batch.rows for batch in reads.batches}
    for index, batch in record.again.items():
        read = batch.reads.get(name)
        if index not in before or batch.problem is not None or not isinstance(read, list):
            continue
        if batch.content == served[index]:
            continue  # it may read ahead, or keep what it read
        if sorted(set(read)) == sorted(set(before[index])):
            continue
        drawn = record.same_with_seed or (_is_drawn(record, reads, name) and not record.is_of_all)
        counts = {len(one) for one in (read, before[index])}
        by_chance = _how_many_by_chance(record, reads, reading) or (
            len(counts) > 1 and not record.deterministic
        )
        if by_chance and batch.rows == rows[index] and min(counts):
            yield f"Is it meant that seq[{index}] goes on with {name} where the call before it ended, by chance?"
            return
        if not record.deterministic and drawn:
            yield f"Is it meant that seq[{index}] reads other items of {name} each time, drawn at random?"
            return
        yield finding(
            "keeps_state",
            LOSES,
            f"{numbered(before[index])} of {name} at first, {numbered(read) if read else 'none'} later",
            "what an epoch serves depends on who asked before",
            asked=f"seq[{index}] gives the same items each time",
            attribute=name,
            items=read,
            line=record.line_of(name),
        )
        return


def _verb(things):
    return "is" if len(things) == 1 else "are"
