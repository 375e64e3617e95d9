"""Judges whether inputs and targets belong together."""

import itertools
import re

from autograder.diagnosis import naming
from autograder.diagnosis.finding import LOSES, finding, listed
from autograder.diagnosis.moving import FLIPPED
from autograder.diagnosis.reads import Reads, labels_of, read_together, targets_at
from autograder.diagnosis.record import WHOLE
from autograder.mistakes.finding import plural

__all__ = ["made_of", "pairing"]

MANY, SOME, FEW = 0.3, 0.05, 0.02
MUCH_MORE = 5
"""So many times more rows must have another target than rows that have two in one epoch."""
OF_WEIGHTS = re.compile(r"(.*_)?(w|weights?)")
OF_TARGETS = re.compile(r"(y|ys|labels?|targets?)(_.*)?")
"""How containers of weights are called, and of targets."""
OF_PLACES = re.compile(r"box|key_?points?|landmarks?|joints?|corners?|kps|kpts", re.I)
"""How containers are called that say where something is in a picture."""
LEAST_RATIO = 0.75
"""Of reads to rows, from which on a container counts as one of those that make the batch."""


def pairing(record, reads):
    """Yield findings, and questions as text. One way in which it shows is enough."""
    for judge in (
        _shuffled_alone,
        _left_behind,
        _kept_by_batch,
        _shuffled_at_first,
        _with_those_of_others,
        _of_all_beside_a_part,
        _named_beside_placed,
        _other_positions,
        _labels_for_positions,
        naming.sorted_otherwise,
        naming.named_otherwise,
        naming.ids_in_another_order,
        naming.of_another_group,
        naming.labelled_otherwise,
        _minus_one,
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
        _kept_while_moved,
        _shuffled_by_flow,
        _iterators_apart,
        _exchanged,
        naming.frames_in_text_order,
        naming.names_in_text_order,
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
            alike = lists == others if second.held[moved].is_order else all(map(read_together, lists, others))
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


def _left_behind(record, reads):
    """`on_epoch_end` shuffled the names of files, and not the labels that say which of them are alike."""
    if record.left_behind and not any(reads.drives.get(name) for name in record.left_behind):
        moved, other = record.left_behind
        line = record.lines.get("on_epoch_end", "")
        yield _put_otherwise(moved, other, "on_epoch_end", "after the first epoch", line)


def _with_those_of_others(record, reads):
    """The constructor made a part of what it was given, and beside it what belongs to other items."""
    for name, other, apart, rows, sure in record.relabelled:
        one, beside = reads.readings.get(name), reads.readings.get(other)
        if one is None or beside is None or beside.lists != one.lists or _was_joined(reads, name):
            continue
        if sure or targets_at(reads.batches, one.lists, beside.held.prints):
            yield finding(
                "misaligned",
                LOSES,
                f"{apart:,} of {rows:,} items of {name} with an item of {other} that was given for another one",
                "from the first epoch on inputs come with the targets of others",
                asked=f"item k of {name} and item k of {other} were given together",
                attribute=other,
                line=record.lines.get("__init__") or record.line_of(other),
                hint="Split and shuffle both in one call, or by one index.",
            )
            return


def _kept_by_batch(record, reads):
    """What was made for a batch is kept under its number, and `on_epoch_end` puts other items into that batch."""
    moved = next((name for name in record.reordered if name in reads.readings), "")
    if record.by_batch and moved and len(reads.batches[0].side("y")):
        yield finding(
            "misaligned",
            LOSES,
            f"{record.by_batch} keeps what was made for each number of a batch, and on_epoch_end shuffles {moved}",
            "from the second epoch on what was kept comes with the targets of other items",
            asked="what is kept is kept by item, or made anew after a shuffle",
            attribute=record.by_batch,
            line=record.lines.get("on_epoch_end", ""),
            hint="Keep what was made under the name, or the number, of its item.",
        )


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
        if _was_joined(reads, moved):
            continue
        yield _put_otherwise(
            moved, other, "the constructor", "from the first epoch on", record.lines.get("__init__", "")
        )
        return


def _of_all_beside_a_part(record, reads):
    """Some of the items that were given were left out of one container, and not of the one that goes with it."""
    for name, places, others in record.shortened:
        part = reads.readings.get(name)
        for other in others if part is not None else ():
            one = reads.readings.get(other)
            if (
                one is None
                or one.held.is_index
                or one.lists != part.lists
                or name in reads.drives.get(other, ())
            ):
                continue
            apart = [place for place in sorted(part.times) if places[place] != place]
            if apart:
                yield finding(
                    "misaligned",
                    LOSES,
                    f"item {apart[0]} of {name} is item {places[apart[0]]} of what was given, and comes with item "
                    f"{apart[0]} of {other}",
                    f"some items were left out of {name}, and none of {other}: {plural(len(apart), 'item')} "
                    f"{'comes' if len(apart) == 1 else 'come'} with what belongs to another",
                    asked=f"an item of {name} comes with its own of {other}",
                    attribute=other,
                    items=apart,
                    line=record.line_of(other),
                    hint="Leave the same items out of both, and before either is made into something else.",
                )
                return


def _was_joined(reads, name):
    """Whether a container has the same ids, in the same order, as another one: it was put beside that by them."""
    return any(naming.same_ids(reads.held[name], held) for other, held in reads.held.items() if other != name)


def _is_sorted(held, name):
    """Whether the items of a container stand in order now: a constructor may sort what came in none."""
    keys = held[name].keys if name in held else None
    return bool(keys) and all(a <= b for a, b in itertools.pairwise(map(str, keys)))


def _of_one_name(one, other, pairs):
    """Whether the rows of two tables are looked up by what they are called, and are called alike."""
    names, others = one.labels, other.labels
    return bool(names and others) and all(
        [names[place] for place in x] == [others[place] for place in y] for x, y in pairs
    )


def _in_either_file(reads, one, other):
    """Whether each row is of one file or of the other, or of further ones that have a part of the same name."""
    part, of = one.partition(" of ")[::2]
    if not of or reads.held[one].kind != "file" or not other.startswith(f"{part} of "):
        return False
    alike = [reads.readings[name].lists for name in reads.readings if name.startswith(f"{part} of ")]
    return [sum(map(len, lists)) for lists in zip(*alike)] == reads.rows


def _other_positions(record, reads):
    """Two containers of one length of which each batch reads other positions."""
    asked = None
    for one, other in itertools.combinations(reads.readings, 2):
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
        if _of_one_name(a.held, b.held, pairs) or _in_either_file(reads, one, other):
            continue
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


def _named_beside_placed(record, reads):
    """A column that is asked for the names of its rows, beside a list that is asked for the same numbers as places.

    The list stands in the order that the column has, as a table that is held has both in it.
    """
    for name, reading in reads.readings.items():
        labels = reading.held.labels
        for other, placed in reads.readings.items() if labels else ():
            if (
                other == name
                or placed.held.n != reading.held.n
                or placed.held.kind not in ("list", "array", "table")
            ):
                continue
            pairs = list(zip(reading.lists, placed.lists))
            named = all([labels[place] for place in read] == list(places) for read, places in pairs)
            moved = [(x, y) for x, y in pairs if list(x) != list(y)]
            in_one_table = placed.held.labels == labels or any(
                held.labels == labels and placed.held.keys in held.columns.values()
                for held in reads.held.values()
            )
            if named and moved and in_one_table:
                x, y = moved[0]
                yield finding(
                    "misaligned",
                    LOSES,
                    f"{_first(x)} of {name}, and {_first(y)} of {other}",
                    f"in {len(moved):,} of {len(pairs):,} batches what is read by the names of rows comes with what is "
                    "read by place, which is another's",
                    asked=f"a batch takes the same items of {name} and {other}",
                    attribute=name,
                    items=x,
                    line=record.line_of(name),
                    hint="column[i] takes the row whose name, in its index, is i: column.iloc[i] takes the i-th. "
                    "Or give the table new names: reset_index(drop=True).",
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


def _minus_one(record, reads):
    """-1, as pandas numbers what is missing, that is read as the last of all classes."""
    for name, reading in reads.readings.items():
        numbers = reading.held.keys or ()
        if not numbers or not all(type(one) is int for one in numbers) or min(numbers) != -1:
            continue
        for other, one in reads.readings.items():
            last = max(numbers)
            if other == name or one.held.n != last + 1 or len(set(numbers)) <= 2:
                continue
            pairs = zip(reading.lists, one.lists)
            if all([numbers[place] % one.held.n for place in read] == list(places) for read, places in pairs):
                missing = [place for place in reading.times if numbers[place] == -1]
                yield finding(
                    "misaligned",
                    LOSES,
                    f"{plural(len(missing), 'item')} of {name} {'is' if len(missing) == 1 else 'are'} -1, and item "
                    f"{last} of {other} is read for them, the last one",
                    "what is missing counts as the last class",
                    asked=f"what is missing in {name} is none of the classes",
                    attribute=name,
                    items=missing,
                    line=record.line_of(other),
                    hint="cat.codes is -1 where a value is missing: add 1, and a class for it.",
                )
                return


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
        one, two = labels_of(reads, name), labels_of(second, name)
        if not one or not two or any(len(labels) > 1 for labels in one.values()):
            continue
        both = [item for item in two if item in one]
        bad = [item for item in both if not two[item] <= one[item]]
        if len(bad) > SOME * len(both) and not _agree_when_sorted(reads, second, name):
            of_index = reads.held[name].is_order and reads.readings[name].one_a_row
            # nothing else was put in another order, which its numbers would then stand for
            of_index = of_index and {*record.reordered} == {name} and not record.redrawn
            is_name = isinstance(bad[0], str) or of_index
            if not is_name or reads.batches[0].is_of_alike:
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


def _agree_when_sorted(reads, second, name):
    """Whether items have the same labels in both epochs, if each batch was sorted before it was read."""
    one, two = (labels_of(each, name, in_order=True) for each in (reads, second))
    return all(len(labels) == 1 and two.get(item, labels) == labels for item, labels in one.items())


def _rows_and_labels(record, reads):
    """The same row of inputs with another target in the second epoch."""
    if not record.deterministic or len(record.epochs) < 2:
        return
    first, second = (_targets(epoch) for epoch in record.epochs[:2])
    if not first or not second or all(map(_are_places, (*record.epochs[0].good, *record.epochs[1].good))):
        return
    sure = {row: labels for row, labels in first.items() if len(labels) == 1}
    both = [(row, label) for row, labels in second.items() if row in sure for label in labels]
    bad = sum(1 for row, label in both if label not in sure[row])
    total = sum(map(len, second.values()))
    both_at_once = sum(len(labels) > 1 for labels in first.values()) / len(first)  # by chance, or by noise
    if bad > max(FEW, MUCH_MORE * both_at_once) * total and len(first) > 1:
        yield finding(
            "misaligned",
            LOSES,
            f"{bad:,} of {total:,} rows with another target than in the first",
            "on_epoch_end, or what reads after it, takes inputs and targets in different orders",
            asked="a row of inputs has the same target in the second epoch",
            line=record.lines.get("on_epoch_end") or record.lines.get("__getitem__", ""),
        )


def _are_places(batch):
    """Whether the targets say which row of the batch each is: 0, 1, 2, …, as where all others are its negatives."""
    targets = batch.side("y")
    rows = range(batch.rows)
    if len(targets) != 1:
        return False
    one_hot = targets[0].shape == (batch.rows, batch.rows) and len({*targets[0].rows}) == batch.rows > 1
    return one_hot or tuple(_numbers(batch)) == tuple(rows)


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


def _kept_while_moved(record, reads):
    """Targets that may be places or directions in the picture, and that stay where it is flipped, turned or cut."""
    if not record.kept:
        return
    path, rows, columns, are_boxes, how = record.kept
    leaf = next((leaf for leaf in reads.batches[0].side("y") if leaf.path == path), None)
    name = "" if leaf is None else made_of(reads, leaf)
    said = f"{path} stays what it is where the picture is {how}, as in {plural(rows, 'row')}"
    if how == FLIPPED and columns == 1 and "steer" in name.lower():
        yield finding(
            "flipped_apart",
            LOSES,
            said,
            "the road goes to one side, and the target says the other",
            asked="who flips the picture changes the sign of where to steer",
            line=record.lines.get("directions", ""),
        )
    elif are_boxes or (columns > 1 and OF_PLACES.search(f"{name} {path} {record.lines.get('places', '')}")):
        yield finding(
            "flipped_apart",
            LOSES,
            said,
            "what is at one place of the picture is said to be at another",
            asked="places in a picture are flipped, turned and cut as it is",
            line=record.lines.get("moves") or record.lines.get("__getitem__", ""),
            hint="What was at x is at width - x now (1 - x, where places go from 0 to 1); left edges become right ones."
            if how == FLIPPED
            else "Do to the places what is done to the picture.",
        )
    elif how == FLIPPED and (columns > 1 or record.lines.get("directions")):
        yield f"Is it meant that {said}? Places and directions in it are mirrored with it."


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


def _iterators_apart(record, reads):
    """Two of Keras' own iterators, over pictures and their masks say, that do not draw the same."""
    for (one, n, shuffles, seed), (other, m, also, second) in itertools.combinations(record.iterators, 2):
        if n == m and (seed is None or seed != second) and shuffles == also:
            yield finding(
                "misaligned" if shuffles else "flipped_apart",
                LOSES,
                f"{one} has the seed {seed}, and {other} {second}",
                "each has an order of its own" if shuffles else "each turns and flips by draws of its own",
                asked=f"{one} and {other} draw the same",
                attribute=other,
                line=record.lines.get("__init__", ""),
                hint="Give both flow(..., seed=…) the same number.",
            )
            return


def _exchanged(record, reads):
    """Inputs are read from what is named y, and targets from what is named x; or targets from what is named weights."""
    if not reads.batches:
        return
    batch = reads.batches[0]
    x, y, w = (batch.side(side) for side in "xyw")
    if len(y) == len(w) == 1:
        second, third = (made_of(reads, leaf) for leaf in (y[0], w[0]))
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
    first, second = (made_of(reads, leaf) for leaf in (x[0], y[0]))
    if first.lower().split("_")[0] in ("y", "ys") and second.lower().split("_")[0] in ("x", "xs"):
        yield f"Are inputs and targets exchanged? The inputs are items of self.{first}, the targets of self.{second}."


def made_of(reads, leaf):
    """The attribute of which the rows of a leaf are the items, "x" or "y_train"; "" where there is none."""
    for name, reading in reads.readings.items():
        if reading.held.prints and reading.lists:
            places = reading.lists[0]
            if leaf.rows and tuple(reading.held.prints[place] for place in places) == leaf.rows:
                return name.removeprefix("self.")
    rows = [
        row for batch in reads.batches for one in batch.leaves if one.path == leaf.path for row in one.rows
    ]
    return next(
        (
            name.removeprefix("self.")
            for name, held in reads.held.items()
            if rows and list(held.prints or ()) == rows
        ),
        "",
    )


def _copied(record, reads):
    """Targets that stand among the inputs: at one place of them a fault, as an input of its own it may be meant."""
    for one in record.copied:
        if one.kind == "input":
            if len(reads.batches[0].side("x")) > 1:
                yield f"Is it meant that {one.target} is {one.inputs} too, an input?"
            continue
        if one.kind == "steps":
            yield from _steps_told(record, reads, one)
            return
        step = one.kind == "step" or bool(reads.windows)
        where = f"{'step' if step else 'column'} {one.place} of {one.count} of {one.inputs}, counted from 0"
        if step and one.place == one.count - 1:
            where = f"the last of {one.count} steps of {one.inputs}"
        if one.kind == "last":
            where = f"the last number of {one.inputs} before its padding"
        if not reads.readings:
            yield f"Is it meant that {one.target} is {where}?"
            continue
        yield finding(
            "target_in_inputs",
            LOSES,
            f"{one.target} is {where}, in every row, as it is or scaled",
            asked=f"{one.target} is not among the inputs",
            line=record.lines.get("__getitem__", ""),
            hint="Take the target from behind the window, or end the window before it." if step else None,
        )
        return


def _steps_told(record, reads, one):
    """What is told of a target of several steps, of which the first are the last of the inputs."""
    if one.place == one.count:
        said = f"all {one.count} steps of {one.target} are the last steps of {one.inputs}"
    else:
        which = "the first" if one.place == 1 else f"the first {one.place}"
        are = "is" if one.place == 1 else "are"
        said = f"{which} of {one.count} steps of {one.target} {are} in {one.inputs}, as its last"
    if not reads.readings or 1 < one.place == one.count - 1 or one.count == 2 > one.place:
        yield f"Is it meant that {said}?"
        return
    yield finding(
        "target_in_inputs",
        LOSES,
        f"{said}, in every row",
        asked=f"{one.target} begins where {one.inputs} ends",
        line=record.lines.get("__getitem__", ""),
        hint="A slice ends before its stop: what comes after x[a:b] begins at b.",
    )
