"""Judges whether inputs and targets belong together."""

import itertools
import os
import re
from collections import Counter

from autograder.diagnosis.finding import LOSES, finding, listed
from autograder.diagnosis.reads import Reads, read_together, stem_of, targets_at
from autograder.diagnosis.record import WHOLE
from autograder.mistakes.finding import plural

__all__ = ["pairing"]

MANY, SOME, FEW = 0.3, 0.05, 0.02
OF_WEIGHTS = re.compile(r"(.*_)?(w|weights?)")
OF_TARGETS = re.compile(r"(y|ys|labels?|targets?)(_.*)?")
"""How containers of weights are called, and of targets."""
LEAST_GROUPS = 4
"""Of fewer groups it is not said which file belongs to which."""
MOSTLY = 0.8
FEW_BATCHES, LEAST_FRAMES = 3, 4
OF_FILMS = 5
"""Inputs of so many axes have pictures one after the other: rows, frames, height, width, channels."""
LEAST_RATIO = 0.75
"""Of reads to rows, from which on a container counts as one of those that make the batch."""


def pairing(record, reads):
    """Yield findings, and questions as text. One way in which it shows is enough."""
    for judge in (
        _shuffled_alone,
        _shuffled_at_first,
        _other_positions,
        _labels_for_positions,
        _sorted_otherwise,
        _named_otherwise,
        _of_another_group,
        _round_the_end,
        _other_keys,
        _fixed_partner,
        _first_items_besides,
        _positions_in_class,
        _item_and_label,
        _rows_and_labels,
        _paired_anew,
        _reordered,
        _shifted,
        _mixed,
        _moved_apart,
        _kept_while_flipped,
        _shuffled_by_flow,
        _exchanged,
        _frames_in_text_order,
        _names_in_text_order,
        _copied,
    ):
        said = list(judge(record, reads))
        yield from said
        if any(not isinstance(one, str) for one in said):
            return


def _shuffled_alone(record, reads):
    """`on_epoch_end` put one container in another order, and not the one that goes with it."""
    second = Reads(record.epochs[1]) if len(record.epochs) > 1 else None
    for moved, other in record.alone:
        if second is None or moved not in reads.readings or moved not in second.readings:
            continue
        # an index array and what it indexes are read alike only while it is 0 … n-1
        lists = second.readings[moved].lists
        if other in second.readings:
            others = second.readings[other].lists
            alike = (
                lists == others if _is_order(second.held[moved]) else all(map(read_together, lists, others))
            )
        else:
            held = second.held.get(other)
            alike = held is not None and bool(held.prints) and targets_at(second.batches, lists, held.prints)
        if not alike or _in_rows_of_their_own(second, moved, other):
            continue
        if moved in second.drives.get(other, ()) or other in second.drives.get(moved, ()):
            continue
        yield _put_otherwise(
            moved, other, "on_epoch_end", "after the first epoch", record.lines.get("on_epoch_end", "")
        )
        return


def _in_rows_of_their_own(reads, one, other):
    """Whether items of two containers are rows beside each other: positive pairs and negative ones, say."""
    lists = [reads.readings[name].lists if name in reads.readings else () for name in (one, other)]
    return all(lists) and all(
        mine
        and others
        and {len({*mine}) + len({*others})} == {leaf.shape[0] for leaf in batch.leaves if leaf.shape}
        for batch, mine, others in zip(reads.batches, *lists)
    )


def _put_otherwise(moved, other, who, since, line):
    return finding(
        "misaligned",
        LOSES,
        f"{moved} is put in another order, and {other} in a different one, or in none",
        f"{since} item k of {moved} comes with item k of {other}, which is another's",
        asked=f"{who} puts {moved} and {other} in the same order",
        attribute=moved,
        line=line,
    )


def _shuffled_at_first(record, reads):
    """The constructor put one container in another order, and not the one that goes with it."""
    for moved, other in record.alone_from_start:
        if moved not in reads.readings or reads.drives.get(moved) or moved in reads.drives.get(other, ()):
            continue
        if _in_rows_of_their_own(reads, moved, other):
            continue
        if _is_sorted(reads.held, moved) or _is_sorted(reads.held, other):
            continue
        yield _put_otherwise(
            moved, other, "the constructor", "from the first epoch on", record.lines.get("__init__", "")
        )
        return


def _is_sorted(held, name):
    """Whether the items of a container stand in order now: a constructor may sort what came in none."""
    keys = held[name].keys if name in held else None
    return bool(keys) and all(a <= b for a, b in itertools.pairwise(map(str, keys)))


def _is_order(held):
    """Whether a container holds the numbers 0 … n-1 in some order, so that others are read by it."""
    return held.is_index and set(held.keys) == set(range(held.n))


def _pairs(reads):
    names = list(reads.readings)
    for place, one in enumerate(names):
        for other in names[place + 1 :]:
            yield one, other


def _other_positions(record, reads):
    """Two containers of one length of which each batch reads other positions."""
    asked = None
    for one, other in _pairs(reads):
        a, b = reads.readings[one], reads.readings[other]
        if a.held.n != b.held.n or "dict" in (a.held.kind, b.held.kind):
            continue
        if a.held.is_index or b.held.is_index or {one, other} & {*record.redrawn}:
            continue
        if one in reads.drives.get(other, ()) or other in reads.drives.get(one, ()):
            continue
        if reads.ratio(one) < LEAST_RATIO:
            continue
        ids = _beside(record, reads, one, other) or _beside(record, reads, other, one)
        if ids:
            yield f"Does {ids[1]} stand in the order of {ids[0]}? One index takes items of both."
            continue
        pairs = list(zip(a.lists, b.lists))
        longer = [len(x) != len(y) for x, y in pairs]
        if len(pairs) > 1 and longer[-1] and not any(longer[:-1]):  # what is read beyond the rows is cut off
            pairs = [(x[:rows], y[:rows]) for (x, y), rows in zip(pairs, a.rows)]
        if not all(len(x) == len(y) for x, y in pairs):
            continue
        if a.one_a_row or b.one_a_row:
            moved = [(x, y) for x, y in pairs if x != y]
        else:  # a row takes several, in an order of its own
            moved = [(x, y) for x, y in pairs if set(x) != set(y)]
        sets = sum(set(x) != set(y) for x, y in moved)
        if not moved or (sets or len(moved)) <= MANY * len(pairs):
            continue
        if _as_served(record, reads, one) == _as_served(record, reads, other):
            continue  # one was put into the order of the other afterwards
        in_file = next((name for name in (one, other) if reads.held[name].kind == "file"), None)
        if in_file and not sets and in_file not in record.places and _is_ascending(reads.readings[in_file]):
            beside = other if in_file == one else one
            yield (
                f"Are rows of {in_file} put back into the order of {beside}? They are read in ascending "
                "order, as HDF5 wants."
            )
            continue
        steps = {q - p for x, y in pairs for p, q in zip(x, y)}
        x, y = moved[0]
        if len(steps) == 1:
            yield (
                f"Is it meant that {other} is read {steps.pop():+d} items away from {one}, as for a forecast?"
            )
            continue
        least = a if a.used <= b.used else b
        round_the_end = {step % a.held.n for step in steps}
        if len(round_the_end) == 1:
            away = round_the_end.pop()
            after, before = away, a.held.n - away
            yield finding(
                "misaligned",
                LOSES,
                f"{_first(x)} of {one}, and {_first(y)} of {other}: "
                + (f"{before} before, " if before < after else f"{after} after, ")
                + "from one end round to the other",
                "every row has the target of another item",
                asked=f"a batch takes the same items of {one} and {other}",
                attribute=least.held.name,
                items=y,
                line=record.line_of(least.held.name),
            )
            return
        if _only_left_out_in_one(a, pairs) or _only_left_out_in_one(b, [pair[::-1] for pair in pairs]):
            pass  # whatever else it may be
        elif _always_paired(record, reads, one, other) or _from_nowhere(reads, one, other):
            asked = asked or (one, other)
            continue
        yield finding(
            "misaligned",
            LOSES,
            f"{_first(x)} of {one}, and {_first(y)} of {other}",
            f"in {len(moved):,} of {len(pairs):,} batches inputs come with the targets of others",
            asked=f"a batch takes the same items of {one} and {other}",
            attribute=least.held.name,
            items=y,
            line=record.line_of(least.held.name),
        )
        return
    if asked:
        one, other = asked
        yield f"Is it meant that items of {one} always come with the same other items of {other}?"


def _beside(record, reads, one, other):
    """Which container says what is read of `one`, where an index takes items of it and of `other` alike; or ().

    Returns: `(that container, other)`. So it is where ids and labels are given side by side.
    """
    by = reads.drives.get(other, set())
    for ids in sorted(reads.drives.get(one, ())):
        reading = reads.readings.get(ids)
        if reading is not None and ids not in record.reordered and by & reads.drives.get(ids, set()):
            if (
                reading.lists == reads.readings[other].lists
                and reading.held.n == reads.readings[other].held.n
            ):
                return ids, other
    return ()


def _labels_for_positions(record, reads):
    """A table whose rows are called otherwise than 0, 1, 2, …, read by position, and again as if these were names."""
    for name, reading in reads.readings.items():
        labels = reading.held.labels
        if not labels or any(batch.reads.get(name) is WHOLE for batch in reads.batches):
            continue
        lists = [(batch.reads.get(name, []), batch.rows) for batch in reads.batches]
        if not all(len(read) == 2 * rows > 0 for read, rows in lists):
            continue
        for halves in (
            [(read[:rows], read[rows:]) for read, rows in lists],
            [(read[::2], read[1::2]) for read, rows in lists],
        ):
            moved = [pair for pair in halves if list(pair[0]) != list(pair[1])]
            named = any(
                all([labels[place] for place in by_name] == list(by_place) for by_place, by_name in pairs)
                for pairs in (halves, [pair[::-1] for pair in halves])
            )
            if named and moved:
                x, y = moved[0]
                yield finding(
                    "misaligned",
                    LOSES,
                    f"{_first(x)} of {name}, and {_first(y)} of it",
                    f"in {len(moved):,} of {len(lists):,} batches what is read by iloc comes with what is read by "
                    "loc, which is another's",
                    asked=f"a row is made of one row of {name}",
                    attribute=name,
                    items=y,
                    line=record.line_of(name),
                    hint="iloc takes places, loc takes the names of rows: use one of them, or reset_index(drop=True).",
                )
                return


def _as_served(record, reads, name):
    """What each batch read of a container, in the order of its rows, where what was served tells that.

    What can be read in ascending order alone, such as a file, may be put in order afterwards.
    """
    known = record.places.get(name, {})
    return [
        known[batch.index] if batch.index in known and sorted(known[batch.index]) == sorted(read) else read
        for batch, read in zip(reads.batches, reads.readings[name].lists)
    ]


def _is_ascending(reading):
    return all(read == sorted(read) for read in reading.lists)


def _put_back(record, reads):
    """Whether items that were read in another order are served in that of another container."""
    served = {name: _as_served(record, reads, name) for name in record.places if name in reads.readings}
    return any(
        lists != reads.readings[name].lists
        and any(reading.lists == lists for other, reading in reads.readings.items() if other != name)
        for name, lists in served.items()
    )


def _only_left_out_in_one(reading, pairs):
    """Whether a container has gaps, and the other is read as if these items had been left out of it too.

    Item k of those that are left goes with item k of all.
    """
    left = {place: rank for rank, place in enumerate(sorted(reading.times))}
    gaps = reading.missing and reading.missing[0] < len(left)
    return bool(gaps) and all([left[p] for p in one] == list(other) for one, other in pairs)


def _sorted_otherwise(record, reads):
    """Names with numbers in them, in one container sorted as text, in the other by number: 10 before 2."""
    for one, other in _pairs(reads):
        a, b = reads.readings[one], reads.readings[other]
        if a.lists != b.lists or not (_named(a.held) and _named(b.held)):
            continue
        numbers = [[_numbers_in(key) for key in held.keys] for held in (a.held, b.held)]
        if sorted(numbers[0]) != sorted(numbers[1]) or len(set(numbers[0])) < len(numbers[0]):
            continue
        by_number = [found == sorted(found) for found in numbers]
        by_text = [list(held.keys) == sorted(held.keys) for held in (a.held, b.held)]
        if numbers[0] != numbers[1] and (by_number, by_text) in (
            ([True, False], [False, True]),
            ([False, True], [True, False]),
        ):
            place = next(k for k, (x, y) in enumerate(zip(*numbers)) if x != y)
            yield finding(
                "misaligned",
                LOSES,
                f"item {place} of {one} is {a.held.keys[place]!r}, of {other} {b.held.keys[place]!r}",
                "one is sorted as text, where 10 comes before 2, and the other by number",
                asked=f"an item of {one} comes with its own of {other}",
                attribute=other,
                items=[k for k, (x, y) in enumerate(zip(*numbers)) if x != y],
                line=record.line_of(other),
                hint="Where are both made? Sort them in one way.",
            )
            return


def _named_otherwise(record, reads):
    """Files that come together, and whose names say that they belong to others."""
    for one, other in _pairs(reads):
        a, b = reads.readings[one], reads.readings[other]
        if a.lists == b.lists and _named(a.held) and _named(b.held):
            apart = _names_apart(a.held.keys, b.held.keys)
            if apart:
                said = f"{a.held.keys[apart[0]]} of {one} comes with {b.held.keys[apart[0]]} of {other}"
                if not set(a.held.keys).isdisjoint(b.held.keys) and not _of_two_folders(reads):
                    yield f"Is it meant that {said}, as for pairs of different items?"
                    return
                yield _names_finding(
                    record, other, apart, said, f"an item of {one} comes with its own of {other}"
                )
                return
    for name, reading in reads.readings.items():
        keys = reading.held.keys or ()
        pairs = [key for key in keys if isinstance(key, tuple) and len(key) == 2 and all(map(_is_name, key))]
        if pairs and len(pairs) == len(keys):
            first, second = zip(*pairs)
            apart = _names_apart(first, second)
            if apart and set(first).isdisjoint(second):
                said = f"{os.path.basename(first[apart[0]])} comes with {os.path.basename(second[apart[0]])} in {name}"
                yield _names_finding(
                    record, name, apart, said, f"both files of a pair in {name} belong together"
                )
                return
    yield from _opened_otherwise(record, reads)


def _of_another_group(record, reads):
    """Files of which several belong to one of another container, by the words that their names begin with."""
    for one, other in _pairs(reads):
        a, b = reads.readings[one], reads.readings[other]
        if _named(a.held) and _named(b.held) and list(map(len, a.lists)) == list(map(len, b.lists)):
            places = [*zip(itertools.chain(*a.lists), itertools.chain(*b.lists))]
            names = [a.held.keys[place] for place, _ in places], [b.held.keys[place] for _, place in places]
            apart = _groups_apart(*names)
            if apart:
                said = f"{names[0][apart[0]]} of {one} comes with {names[1][apart[0]]} of {other}"
                items = sorted({places[k][0] for k in apart})
                yield _names_finding(
                    record, one, items, said, f"an item of {one} comes with its own of {other}"
                )
                return


def _groups_apart(names, others):
    """The places at which a file comes with one of another group, where names begin with that of their group."""
    for ours, theirs in ((names, others), (others, names)):
        ours, theirs = _stems(ours), _stems(theirs)
        groups = set(theirs)
        own = [re.split(r"[_\-. ]", stem)[0] for stem in ours]
        if not LEAST_GROUPS <= len(groups) < len(set(ours)) or set(own) - groups:
            continue
        apart = [k for k, (mine, partner) in enumerate(zip(own, theirs)) if mine != partner]
        if len(apart) > MOSTLY * len(own):
            return apart
    return []


def _names_finding(record, name, apart, said, asked):
    return finding(
        "misaligned",
        LOSES,
        said,
        f"{len(apart):,} items come with what bears the name of another",
        asked=asked,
        attribute=name,
        items=apart,
        line=record.line_of(name),
        hint="Where are both made? Sort them in one way, or make one name of the other.",
    )


def _names_apart(names, others):
    """The places at which two lists of files have different names, where nearly all names are in both."""
    for bare in (_stems, _without_common_words):
        ours, theirs = bare(names), bare(others)
        if len(set(ours)) < len(ours) or len(set(theirs)) < len(theirs) or len(ours) != len(theirs):
            continue
        both = set(ours) & set(theirs)
        if len(both) < MOSTLY * len(ours):
            continue
        apart = [k for k, (a, b) in enumerate(zip(ours, theirs)) if a != b and (a in both or b in both)]
        sure = bare is _stems or (_in_one_order(names, others) and not _counted_from_another(ours, theirs))
        if len(apart) > SOME * len(ours) and sure:
            return apart
    return []


def _stems(names):
    return list(map(stem_of, names))


def _without_common_words(names):
    """What tells names apart: their words and numbers, but the words that all of them have."""
    words = [re.findall(r"[a-z]+|[0-9]+", stem_of(name).lower()) for name in names]
    common = set.intersection(*map(set, words)) if words else set()
    return [
        tuple(int(w) if w.isdigit() else w for w in one if w.isdigit() or w not in common) for one in words
    ]


def _in_one_order(names, others):
    """Whether two lists were put side by side, each in the order of its texts or numbers: nobody drew the pairs."""
    pairs = [*zip(map(os.fspath, names), map(os.fspath, others))]
    for key in (str, _numbers_in):
        behind = [other for _, other in sorted(pairs, key=lambda pair: key(pair[0]))]
        if any(behind == sorted(behind, key=by) for by in (str, _numbers_in)):
            return True
    return False


def _counted_from_another(ours, theirs):
    """Whether all numbers differ by as much: files that are counted from 0, and from 1."""
    if not all(len(one) == 1 and type(one[0]) is int for one in (*ours, *theirs)):
        return False
    return len({b[0] - a[0] for a, b in zip(ours, theirs)}) == 1


def _opened_otherwise(record, reads):
    """Files that are opened for the same rows, of two folders or of two names, and belong to others."""
    pairs = []
    for batch in reads.batches:
        opened = [os.path.normpath(path) for path in batch.reads.get("<files>", ())]
        kinds = {}
        for path in opened:
            kinds.setdefault(_kind_of(path), []).append(path)
        if len(kinds) != 2 or {len(paths) for paths in kinds.values()} != {batch.rows}:
            return
        pairs += zip(*(kinds[kind] for kind in sorted(kinds)))
    if not pairs:
        return
    first, second = zip(*pairs)
    apart = _names_apart(first, second)
    apart = (apart if _in_one_order(first, second) else []) or _groups_apart(first, second)
    if apart:
        one, other = (os.path.basename(paths[apart[0]]) for paths in (first, second))
        yield finding(
            "misaligned",
            LOSES,
            f"{one} is opened for the same row as {other}",
            f"{len(apart):,} items come with what bears the name of another",
            asked="the files of a row belong together",
            line=record.lines.get("__getitem__", ""),
            hint="Where are both lists made? Sort them in one way, or make one name of the other.",
        )


def _kind_of(path):
    """What files of one kind have in common: the folder, and the words of the name without its numbers."""
    return os.path.dirname(path), re.sub(r"[0-9]+", "", os.path.basename(path).lower())


def _of_two_folders(reads):
    """Whether the files that an epoch opened have each name in two folders, as inputs and targets do."""
    opened = {os.path.normpath(path) for batch in reads.batches for path in batch.reads.get("<files>", ())}
    times = Counter(map(stem_of, opened))
    return bool(times) and sum(count > 1 for count in times.values()) > MOSTLY * len(times)


def _is_name(key):
    return isinstance(key, (str, os.PathLike))


def _named(held):
    return held.kind != "dict" and bool(held.keys) and all(map(_is_name, held.keys))


def _numbers_in(name):
    """The numbers in the last part of a path: (10,) of "masks/10.png"."""
    return tuple(map(int, re.findall(r"\d+", re.split(r"[/\\]", os.fspath(name))[-1])))


def _round_the_end(record, reads):
    """A container that is read at the places beside those that the index says, and round the end at one."""
    for name, indices in reads.drives.items():
        reading = reads.readings[name]
        for index in indices:
            held = reads.readings[index].held
            if not held.is_index or held.n != reading.held.n or not reading.one_a_row:
                continue
            away = reads.round_the_end(index, name)
            if away:
                where = f"{abs(away)} {'after' if away > 0 else 'before'}"
                yield finding(
                    "misaligned",
                    LOSES,
                    f"items of {name} {where} those that {index} says, from one end round to the other",
                    "every row has the target of another item",
                    asked=f"a batch takes the items of {name} that {index} says",
                    attribute=name,
                    line=record.line_of(name),
                )
                return


def _always_paired(record, reads, one, other):
    """Whether the same items come together in the second epoch too, though in another order: a list of pairs."""
    second = Reads(record.epochs[1]) if len(record.epochs) > 1 else None
    if second is None or one not in second.readings or other not in second.readings:
        return False
    before, after = (
        list(zip(_items(r.readings[one]), _items(r.readings[other]), strict=False)) for r in (reads, second)
    )
    return before != after and len(set(before) & set(after)) > (1 - SOME) * max(len(before), len(after))


def _from_nowhere(reads, one, other):
    """Whether one is read in no order, by no index that is held: its places were in a name, or in a file."""
    return any(
        not _is_ascending(reads.readings[name]) and not reads.drives.get(name) for name in (one, other)
    )


def _items(reading):
    """What an epoch read, in order: the items where each is another, else their positions."""
    places = [place for read in reading.lists for place in read]
    keys = reading.held.keys
    apart = keys is not None and len(set(keys)) == len(keys) == reading.held.n
    return [keys[place] for place in places] if apart else places


def _first(places, most=4):
    return f"items {', '.join(map(str, places[:most]))}" + (" …" if len(places) > most else "")


def _other_keys(record, reads):
    """A dict that is asked for keys that are not the items of the batch."""
    for name, asked in reads.readings.items():
        if asked.held.kind != "dict" or asked.held.keys is None:
            continue
        keys, verdicts = set(asked.held.keys), []
        for other, reading in reads.readings.items():
            if other == name or reading.held.kind == "dict" or not reading.held.keys:
                continue
            bad = seen = 0
            for places, looked_up in zip(reading.lists, asked.lists):
                items = reading.values(places)
                if not items or len(items) != len(looked_up) or not set(items) <= keys:
                    seen = 0
                    break
                seen += 1
                bad += set(items) != {asked.held.keys[place] for place in looked_up}
            if seen:
                verdicts.append((bad > MANY * seen, other))
        if verdicts and all(bad for bad, _ in verdicts):
            other = verdicts[0][1]
            yield finding(
                "misaligned",
                LOSES,
                f"{name} is asked for {listed([asked.held.keys[p] for p in asked.lists[0]])}, "
                "and the items are "
                f"{listed(reads.readings[other].values(reads.readings[other].lists[0]))}",
                "inputs come with the targets of other items",
                asked=f"{name} is asked for the items of {other} that are in the batch",
                attribute=name,
                line=record.line_of(name),
            )
            return


def _fixed_partner(record, reads):
    """One of two containers is always read from the same place, whatever the index."""
    for name, fixed in reads.readings.items():
        if not fixed.always_the_same or fixed.held.kind == "dict" or fixed.used < 2:
            continue
        for other, reading in reads.readings.items():
            if other == name or reading.always_the_same or reading.held.n != fixed.held.n:
                continue
            full = len(reading.lists[0])
            if len(fixed.lists[0]) != full or (reading.held.is_index and other in reads.drives.get(name, ())):
                continue
            yield finding(
                "misaligned",
                LOSES,
                f"{_first(fixed.lists[0])} of {name} in every batch",
                f"{fixed.held.n - fixed.used:,} of {fixed.held.n:,} items of {name} are never served, "
                f"and the others come with items of {other} that are not theirs",
                asked=f"a batch takes the same items of {name} and {other}",
                attribute=name,
                items=fixed.lists[0],
                line=record.line_of(name),
            )
            return


def _first_items_besides(record, reads):
    """Beside its own items each batch reads as many of the first ones: places in the batch taken for places in all."""
    for name, reading in reads.readings.items():
        lists = list(zip(reading.lists, reading.rows))[1:]
        if len(lists) < 2 or not all(len(read) == 2 * rows > 2 for read, rows in lists):
            continue
        split = (
            [(read[:rows], read[rows:]) for read, rows in lists],
            [(read[::2], read[1::2]) for read, _ in lists],
        )
        for halves in split:
            if all(_are_first(first) and not _are_first(own) for own, first in halves):
                most = max(len(first) for _, first in halves)
                yield finding(
                    "misaligned",
                    LOSES,
                    f"each batch reads items 0 to {most - 1} of {name} beside its own",
                    "what is made of these comes with the items of each batch, and is that of others",
                    asked=f"a row is made of one item of {name}",
                    attribute=name,
                    items=range(most),
                    line=record.line_of(name),
                    hint="A place in the batch is not a place in all items: take the item of the batch itself.",
                )
                return


def _are_first(places):
    return list(places) == list(range(len(places)))


def _positions_in_class(record, reads):
    """Positions within the items of a class, which are held and never read, taken for positions of all."""
    read = {name for batch in reads.batches for name in batch.reads}
    unread = {name: one for name, one in reads.held.items() if name not in read and one.keys}
    for name, reading in reads.readings.items():
        n = reading.held.n
        if not reading.one_a_row or reading.held.is_index:
            continue
        parts = [
            p.keys for p in unread.values() if p.is_index and p.n < n and 0 <= min(p.keys) <= max(p.keys) < n
        ]
        for labels in unread.values():
            classes = {tuple({labels.keys[place] for place in part}) for part in parts if labels.n == n}
            if len(classes) < 2 or any(len(one) > 1 for one in classes):
                continue  # these are not the items of one class each
            rows = [
                (place, label)
                for batch, places in zip(reads.batches, reading.lists)
                for place, label in zip(places, _numbers(batch))
            ]
            bad = sum(label != labels.keys[place] for place, label in rows)
            if {(label,) for _, label in rows} == classes and bad > MANY * len(rows):
                longest = max(map(len, parts))
                if max(place for place, _ in rows) < longest:
                    yield finding(
                        "misaligned",
                        LOSES,
                        f"{bad:,} of {len(rows):,} rows with the target of another class than {labels.name} has",
                        "positions within a class are taken for positions of all items: "
                        f"no item of {name} from {longest} on is ever served",
                        asked=f"a row has the target that {labels.name} has for its item",
                        attribute=name,
                        line=record.line_of(name),
                    )
                    return


def _numbers(batch):
    """The targets of a batch as numbers, where it has one number for each row; else nothing."""
    targets = batch.side("y")
    one = len(targets) == 1 and len(targets[0].shape) == 1 and targets[0].kind in "ib"
    return targets[0].rows if one else ()


def _item_and_label(record, reads):
    """The item that was read beside the label that was served, over two epochs: holds under augmentation."""
    if len(record.epochs) < 2 or record.deterministic or record.random_labels:
        return
    second = Reads(record.epochs[1])
    for name in reads.readings:
        if name not in second.readings:
            continue
        one, two = _labels_of(reads, name), _labels_of(second, name)
        if not one or not two or any(len(labels) > 1 for labels in one.values()):
            continue
        both = [item for item in two if item in one]
        bad = [item for item in both if not two[item] <= one[item]]
        if len(bad) > SOME * len(both):
            of_index = _is_order(reads.held[name]) and reads.readings[name].one_a_row
            # nothing else was put in another order, which its numbers would then stand for
            of_index = of_index and {*record.reordered} == {name} and not record.redrawn
            is_name = isinstance(bad[0], str) or of_index
            if not is_name or _alike(reads.batches[0].side("x")):
                yield f"Is it meant that {len(bad):,} items of {name} have another label in the second epoch?"
                continue
            yield finding(
                "misaligned",
                LOSES,
                f"{len(bad):,} of {len(both):,} items with another label, such as {listed(bad, 1)}",
                "after on_epoch_end items come with the labels of others",
                asked=f"an item of {name} has the same label in every epoch",
                attribute=name,
                values=bad,
                line=record.lines.get("on_epoch_end", ""),
            )
            return


def _alike(inputs):
    """Whether several inputs are of one shape, such as a pair: a label then is of both together."""
    return len(inputs) > 1 and len({leaf.shape for leaf in inputs}) == 1


def _labels_of(reads, name):
    """`{item: labels}` of a container whose items tell themselves apart; None where it cannot be said."""
    reading, found = reads.readings[name], {}
    keys = reading.held.keys
    if reading.held.kind == "dict" or not keys or len(set(keys)) < len(keys):
        return None
    if not isinstance(keys[0], str) and not reading.held.is_index:
        return None
    for batch, read in zip(reads.batches, reading.lists):
        if reads.unordered or len(read) != batch.rows or len(batch.y) != batch.rows:
            return None
        for place, label in zip(read, batch.y):
            found.setdefault(keys[place], set()).add(label)
    return found


def _rows_and_labels(record, reads):
    """The same row of inputs with another target in the second epoch."""
    if not record.deterministic or len(record.epochs) < 2:
        return
    first, second = (_targets(epoch) for epoch in record.epochs[:2])
    if not first or not second:
        return
    sure = {row: labels for row, labels in first.items() if len(labels) == 1}
    both = [(row, label) for row, labels in second.items() if row in sure for label in labels]
    bad = sum(1 for row, label in both if label not in sure[row])
    total = sum(map(len, second.values()))
    if bad > FEW * total and len(first) > 1:
        yield finding(
            "misaligned",
            LOSES,
            f"{bad:,} of {total:,} rows with another target than in the first",
            "on_epoch_end, or what reads after it, takes inputs and targets in different orders",
            asked="a row of inputs has the same target in the second epoch",
            line=record.lines.get("on_epoch_end") or record.lines.get("__getitem__", ""),
        )


def _paired_anew(record, reads):
    """Asked again, a batch has the same inputs and the same targets, and they come together otherwise."""
    if record.paired_anew:
        yield finding(
            "misaligned",
            LOSES,
            f"asked again, seq[0] has the same items and targets, and {plural(record.paired_anew, 'item')} "
            "with another target",
            "within a batch inputs come with the targets of others",
            asked="an input of seq[0] comes with the same target each time",
            line=record.lines.get("pairs") or record.lines.get("__getitem__", ""),
        )


def _targets(epoch):
    found = {}
    for batch in epoch.good:
        if len(batch.x) != len(batch.y):
            return None
        for row, label in zip(batch.x, batch.y):
            found.setdefault(row, set()).add(label)
    return found


def _reordered(record, reads):
    """Within a batch one side comes in the order it was read in, the other does not."""
    order = record.order_kept
    if {order.get("x"), order.get("y")} == {"same", "other"} and not _put_back(record, reads):
        side = "x" if order["x"] == "other" else "y"
        yield finding(
            "misaligned",
            LOSES,
            f"the rows of {side} in another order than they were read in, and the other side in the same",
            "within a batch inputs come with the targets of others",
            asked="a batch has inputs and targets in the same order",
            line=record.lines.get("__getitem__", ""),
        )


def _shifted(record, reads):
    """Targets that are those of the items before or after."""
    for path, (name, step, wraps) in record.shifts.items():
        away = f"{abs(step)} {'after' if step > 0 else 'before'}"
        if not wraps:
            yield (
                f"Is it meant that {path} is what {name} has {away} the items of the batch, "
                "as for a forecast?"
            )
            continue
        yield finding(
            "misaligned",
            LOSES,
            f"the targets of the items {away}, from one end round to the other",
            f"every row has the target of another item of {name}",
            asked=f"{path} is what {name} has for the items of the batch",
            attribute=name,
            line=record.line_of(name),
        )


def _mixed(record, reads):
    if record.mixed:
        yield finding(
            "mixed_inputs_only",
            LOSES,
            "inputs mixed of two items, and targets of one"
            if record.mixed == "unmixed"
            else "inputs mixed of two items, and targets mixed of others, or by other weights",
            line=record.lines.get("__getitem__", ""),
        )


def _moved_apart(record, reads):
    if record.moved_apart:
        row, path, of_it, other, of_other, sure = record.moved_apart
        if not sure:
            yield (
                f"Is it meant that {path} and {other} show other parts of one picture? Of one item {path} came "
                f"{of_it}, {other} {of_other} (row {row} of seq[0])."
            )
            return
        yield finding(
            "flipped_apart",
            LOSES,
            f"of one item {path} came {of_it}, {other} {of_other} (row {row} of seq[0])",
            "what is said of each step is said of another one" if "step" in of_it else "",
            asked=f"{path} and {other} of an item are flipped, turned and cut alike",
            line=record.lines.get("moves") or record.lines.get("__getitem__", ""),
        )


def _kept_while_flipped(record, reads):
    """Targets that may be places or directions in the picture, and that stay where it is flipped."""
    if record.kept:
        path, rows, columns = record.kept
        leaf = next((leaf for leaf in reads.batches[0].side("y") if leaf.path == path), None)
        if columns == 1 and leaf is not None and "steer" in _made_of(reads, leaf).lower():
            yield finding(
                "flipped_apart",
                LOSES,
                f"{path} stays what it is where the picture is flipped left to right, as in {plural(rows, 'row')}",
                "the road goes to one side, and the target says the other",
                asked="who flips the picture changes the sign of where to steer",
                line=record.lines.get("directions", ""),
            )
            return
        if columns > 1 or record.lines.get("directions"):
            yield (
                f"Is it meant that {path} stays what it is where the picture is flipped left to right, as in "
                f"{plural(rows, 'row')}? Places and directions in it are mirrored with it."
            )


def _shuffled_by_flow(record, reads):
    """Keras' augmentation gives the inputs back in another order, and the targets stay in theirs."""
    if record.flow:
        yield finding(
            "misaligned",
            LOSES,
            "datagen.flow(x) shuffles the rows that it is given, unless shuffle=False is said",
            "within a batch inputs come with the targets of others",
            asked="a batch has inputs and targets in the same order",
            line=record.lines["flow"],
            hint="flow(x, shuffle=False), or give it both: flow(x, y).",
        )


def _exchanged(record, reads):
    """Inputs are read from what is named y, and targets from what is named x; or targets from what is named weights."""
    if not reads.batches:
        return
    batch = reads.batches[0]
    x, y, w = (batch.side(side) for side in "xyw")
    if len(y) == len(w) == 1:
        second, third = (_made_of(reads, leaf) for leaf in (y[0], w[0]))
        if OF_WEIGHTS.fullmatch(second.lower()) and OF_TARGETS.fullmatch(third.lower()):
            yield finding(
                "misaligned",
                LOSES,
                f"the targets are items of self.{second}, and the weights items of self.{third}",
                "fit trains for the weights, and takes the targets for how much a row counts",
                asked="a batch is inputs, targets, weights, in this order",
                attribute=f"self.{second}",
                line=record.lines.get("__getitem__", ""),
            )
            return
    if len(x) != 1 or len(y) != 1:
        return
    first, second = (_made_of(reads, leaf) for leaf in (x[0], y[0]))
    if first.lower().split("_")[0] in ("y", "ys") and second.lower().split("_")[0] in ("x", "xs"):
        yield f"Are inputs and targets exchanged? The inputs are items of self.{first}, the targets of self.{second}."


def _made_of(reads, leaf):
    """The attribute of which the rows of a leaf are the items, "x" or "y_train"; "" where there is none."""
    for name, reading in reads.readings.items():
        if reading.held.prints and reading.lists:
            places = reading.lists[0]
            if leaf.rows and tuple(reading.held.prints[place] for place in places) == leaf.rows:
                return name.removeprefix("self.")
    return ""


def _frames_in_text_order(record, reads):
    """Files of one folder, such as the frames of a film, that are opened in the order of their names as text."""
    for batch in reads.batches[:FEW_BATCHES]:
        if not any(len(leaf.shape) >= OF_FILMS for leaf in batch.side("x")):
            continue
        opened = [os.path.normpath(path) for path in batch.reads.get("<files>", ())]
        for _, group in itertools.groupby(opened, os.path.dirname):
            names = list(map(os.path.basename, group))
            numbers = [_numbers_in(name)[-1:] for name in names]
            if len(set(names)) < LEAST_FRAMES or len(names) > len(set(names)) or batch.rows >= len(opened):
                continue
            if names == sorted(names) and all(numbers) and numbers != sorted(numbers):
                yield finding(
                    "misaligned",
                    LOSES,
                    f"the files of a row are read in the order {', '.join(names[:4])} …",
                    "what comes later in time is put before what was earlier",
                    asked="the frames of a row are read in the order of their numbers",
                    line=record.lines.get("__getitem__", ""),
                    hint="As text, 10 comes before 2: sort them by the number in their names.",
                )
                return


def _names_in_text_order(record, reads):
    """A question about names with numbers that are sorted as text, beside values that may stand in another order."""
    for name, reading in reads.readings.items():
        if not _named(reading.held):
            continue
        keys = reading.held.keys
        numbers = [_numbers_in(key)[-1:] for key in keys]
        counted = sorted(itertools.chain(*numbers))
        if numbers == sorted(numbers) or len(counted) < len(keys) or list(keys) != sorted(keys):
            continue
        if counted != list(range(counted[0], counted[0] + len(keys))):
            continue
        for other, one in reads.readings.items():
            values = one.held.kind in ("array", "list") and not one.held.is_index and not _named(one.held)
            if other != name and values and one.held.n == reading.held.n and one.lists == reading.lists:
                place = next(k for k, (a, b) in enumerate(itertools.pairwise(numbers)) if a > b)
                yield (
                    f"Does {other} stand in the order of {name}, which is sorted as text? "
                    f"{os.path.basename(keys[place])} comes before {os.path.basename(keys[place + 1])} there."
                )
                return


def _copied(record, reads):
    """Targets that stand among the inputs: at one place of them a fault, as an input of its own it may be meant."""
    for one in record.copied:
        if one.kind == "input":
            if len(reads.batches[0].side("x")) > 1:
                yield f"Is it meant that {one.target} is {one.inputs} too, an input?"
            continue
        step = one.kind == "step" or bool(reads.windows)
        where = f"{'step' if step else 'column'} {one.place} of {one.count} of {one.inputs}"
        if one.kind == "last":
            where = f"the last number of {one.inputs} before its padding"
        if not reads.readings:
            yield f"Is it meant that {one.target} is {where}?"
            continue
        yield finding(
            "target_in_inputs",
            LOSES,
            f"{one.target} is {where}, in every row",
            asked=f"{one.target} is not among the inputs",
            line=record.lines.get("__getitem__", ""),
        )
        return
