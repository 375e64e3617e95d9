"""Judges by the content of rows: the same batch for every index, rows twice, rows of other batches.

Equal rows in the data look like repeats, and under augmentation no row comes again: so content
counts only where reads could not be followed, or agree.
"""

import itertools
import math
from collections import Counter

from autograder.diagnosis.content import without_weight
from autograder.diagnosis.finding import LOSES, finding, hint_on_length, numbered

__all__ = ["again", "contradictions", "left_out", "repeats", "sums"]

LEAST_ITEMS = 10
"""Of fewer, items that are left out may be meant so."""
LEAST_MEASURED, MANY_SHARE = 16, 0.1
"""Inputs of fewer numbers may be alike by chance; and so may a smaller share of rows."""
LEAST_BOTH = 3
"""So many rows with both targets are more than a slip in the data."""
BY_CHANCE = 0.05
"""Where a smaller share of rows comes twice, anywhere, they may be drawn: two cuts of one picture, say."""


def again(record):
    """Yield findings about the first answers: the same for every index, others when asked again."""
    if not record.epochs or not record.epochs[0].good:
        return
    epoch = record.epochs[0]
    good = epoch.good
    line = record.lines.get("__getitem__", "")
    if record.moved:
        yield finding(
            "buffer_reused",
            LOSES,
            "seq[0] changed when another batch was asked for",
            asked="seq[0] stays what it was",
            line=line,
        )
    if record.targets_kept or record.inputs_kept:
        same, other = ("inputs", "targets") if record.targets_kept else ("targets", "inputs")
        yield finding(
            "keeps_state",
            LOSES,
            f"asked again after other batches, seq[0] has the same {same}, and other {other}",
            f"what comes as {other} depends on who asked before",
            asked=f"the same {same} come with the same {other} each time",
            line=line,
            hint="Is an array filled that stays from call to call, in self, in the module or as a default argument?",
        )
    if len(good) > 1 and good[0].rows and len({batch.x for batch in good}) == 1 and all(b.x for b in good):
        if record.deterministic:
            yield finding(
                "ignores_index",
                LOSES,
                f"all {len(good):,} batches have the same rows",
                asked="seq[0] and seq[1] give different batches",
                line=line,
            )
        return
    before = {batch.index: batch for batch in good}
    for index, batch in record.again.items():
        first = before.get(index)
        if first is None:
            continue
        if batch.problem is not None:
            yield finding(
                "keeps_state",
                LOSES,
                f"asked again, seq[{index}] raises {batch.problem.said}",
                asked=f"seq[{index}] gives the same items each time",
                line=line,
            )
            return
        if first.x and batch.rows > first.rows and set(first.x) < set(batch.x) and not record.same_with_seed:
            yield finding(
                "keeps_state",
                LOSES,
                f"asked again, seq[{index}] has {batch.rows:,} rows in the place of {first.rows:,}",
                "each call adds to what those before it have left",
                asked=f"seq[{index}] gives the same items each time",
                line=line,
                hint="Is a list filled that stays from call to call, in self or as a default argument?",
            )
            return
        if not first.x or set(batch.x) & set(first.x) or batch.x == first.x:
            continue
        drawn = record.same_with_seed or (_are_drawn(good) and not record.is_of_all)
        if not record.deterministic and drawn:
            continue
        others = {row for other in good if other.index != index for row in other.x}
        if set(batch.x) & others:
            yield finding(
                "keeps_state",
                LOSES,
                f"asked again, seq[{index}] has rows of other batches",
                "what an epoch serves depends on who asked before",
                asked=f"seq[{index}] gives the same items each time",
                line=line,
            )
            return


def _are_drawn(good):
    """Whether rows of an epoch come more than once, in several batches: chance draws them."""
    rows = [row for batch in good for row in {*batch.x}]
    return len(rows) - len({*rows}) > BY_CHANCE * len(rows)


def repeats(record, reads, followed, main=None):
    """Yield findings and questions about rows that come twice, or not in every epoch.

    followed: whether reads tell all about rows; then content adds nothing, but for windows, which may
    overlap, and for an index of what is read out of sight. main: the `Reading` of the container that
    drives the reads, or None.
    """
    if not record.deterministic or not record.epochs or record.endless:
        return
    good = record.epochs[0].good
    rows = [row for batch in good for row in batch.x]
    if not rows or _shapes_vary(good):
        return
    line = record.lines.get("__getitem__", "")
    path = _same_in_all(good)
    if path:
        yield finding(
            "ignores_index",
            LOSES,
            f"row k of {path} is the same in all {len(good):,} batches",
            "every batch has the inputs of the first, beside its own of the rest",
            asked="seq[0] and seq[1] have different inputs",
            line=line,
            hint="Which index or key does it take? A place within the batch is the same in every batch.",
        )
        return
    if _all_of_the_first(good) and not (followed and main is not None and not main.missing):
        yield finding(
            "ignores_index",
            LOSES,
            f"all {len(rows):,} rows are among the {len(set(rows)):,} of seq[0]",
            asked="seq[0] and seq[1] give different batches",
            line=line,
        )
        return
    flat = [b.index for b in good if b.rows > 2 and len(set(b.x)) == 1]
    if flat and len(flat) < 0.5 * len(good) + 1 and any(len(set(b.x)) > 1 for b in good):
        if _items_differ(main, flat[0]):
            yield finding(
                "read_twice",
                LOSES,
                f"all rows of seq[{flat[0]}] are equal",
                asked=f"the rows of seq[{flat[0]}] are different items",
                line=line,
            )
            return
        if main is None or not main.held.prints or main.held.kind != "array":
            yield f"Are there equal rows in the data? All rows of seq[{flat[0]}] are equal."
    over_and_over = _over_and_over(good, main)
    if over_and_over:
        yield finding(
            "read_twice",
            LOSES,
            f"{over_and_over:,} different batches, of {len(good):,}",
            f"the items of a batch come {len(good) / over_and_over:.2g} times in an epoch",
            asked=f"the batches in {main.held.name} are different ones",
            attribute=main.held.name,
            line=line,
            hint="Is a batch put into the list in the loop over its items, and not after it?",
        )
        return
    same = _same_batch(good)
    if same:
        one, other = same
        yield finding(
            "read_twice",
            LOSES,
            f"seq[{other}] has the very rows of seq[{one}]",
            f"the items of seq[{other}] are not served, and those of seq[{one}] twice",
            asked=f"seq[{one}] and seq[{other}] are different batches",
            line=line,
        )
        return
    if _heads_come_again(good):
        yield finding(
            "read_twice",
            LOSES,
            "each batch begins with all rows of the batch before it",
            "the first items count more than all others",
            asked="seq[0] and seq[1] have no items in common",
            line=line,
        )
        return
    windows = main is not None and main.held.name in reads.windows and _all_differ(main.held.prints)
    out_of_sight = followed and _drives_nothing(reads, main)
    if not followed or windows or out_of_sight:
        known = [reads.held[name].prints or reads.held[name].keys or () for name in reads.windows]
        of_alike = any(
            2 * len(set(items)) < len(items) for items in known
        )  # letters, say: windows may be alike
        parts = main is not None and not main.missing and not main.repeated and not main.each_row_alike
        sure = not out_of_sight and not of_alike and not parts  # beginnings of texts are alike, say
        yield from _came_before(good, rows, line, sure=sure)
    if followed:
        if record.complete and not reads.windows:
            yield from _all_come_again(good)
        return
    all_read = main is not None and not main.missing  # what is new is made by chance, then
    if len(record.epochs) > 1 and record.complete and not all_read:
        one, two = set(rows), {row for batch in record.epochs[1].good for row in batch.x}
        new = two - one
        if new and one & two and len(new) < 0.5 * len(two):
            yield finding(
                "never_read",
                LOSES,
                f"{len(new):,} rows of the second epoch did not come in the first",
                "items are left out of every epoch, each time others",
                line=record.lines.get("__len__", ""),
            )


def _all_come_again(good):
    """A question where every row comes as often as all others, and more than once, with the same targets."""
    times = Counter(pair for batch in good for pair in itertools.zip_longest(batch.x, batch.y))
    often = set(times.values())
    if len(often) == 1 and min(often) > 1 and len(times) >= LEAST_ITEMS:
        yield (
            f"Is it meant that each row comes {min(often):,} times in an epoch, with the same targets? "
            f"{len(times):,} of {times.total():,} are different: is a file read more than once, and another not?"
        )


def contradictions(record):
    """Yield a question about inputs of numbers, such as pairs of users and things, that come with 0 and with 1.

    Where others are drawn to be told from the known ones, some of them may be known too.
    """
    if record.deterministic or not record.epochs:
        return
    good = record.epochs[0].good
    targets = [leaf for batch in good for leaf in batch.side("y")]
    inputs = [leaf for batch in good for leaf in batch.side("x")]
    if len(targets) != len(good) or any((leaf.low, leaf.high) != (0, 1) for leaf in targets):
        return
    if any(leaf.kind != "i" for leaf in inputs) or any(math.prod(leaf.shape[1:]) > 1 for leaf in targets):
        return
    found = {}
    for batch in good:
        for row, target in zip(batch.x, batch.y):
            found.setdefault(row, set()).add(target)
    both = sum(len(seen) == 2 for seen in found.values())
    if both >= LEAST_BOTH and len({one for seen in found.values() for one in seen}) == 2:
        yield (
            f"Is it meant that {both:,} rows of inputs come with y 0 and with y 1 in an epoch? What is drawn to be 0 "
            "may be one of those that are 1."
        )


def several_targets(record):
    """Yield a question about inputs of many measured numbers that come again, with another target."""
    good = record.epochs[0].good if record.epochs else []
    inputs = [leaf for batch in good for leaf in batch.side("x")]
    if any(leaf.kind != "f" or math.prod(leaf.shape[1:]) < LEAST_MEASURED for leaf in inputs):
        return
    found = {}
    for batch in good:
        for row, target in _counted(batch):
            found.setdefault(row, []).append(target)
    rows = sum(map(len, found.values()))
    bad = sum(len(targets) for targets in found.values() if len(set(targets)) > 1)
    if len(found) > 1 and bad > max(LEAST_BOTH, MANY_SHARE * rows):
        yield (
            f"Is it meant that {bad:,} of {rows:,} rows have the very inputs of another row, and another target? "
            "Is something kept under a name that several items have?"
        )


def left_out(record, reads):
    """Yield a finding about items that no batch has, of what is read in a way that cannot be followed.

    Each row is told by what is in it: for what is served as it is held.
    """
    if not record.deterministic or not record.complete or record.samples:
        return
    good = record.epochs[0].good
    for name, held in reads.held.items():
        if name in reads.readings or not _all_differ(held.prints) or held.n < LEAST_ITEMS:
            continue
        for leaves in zip(*(batch.side("x") for batch in good)):
            served = {row for leaf in leaves for row in leaf.rows}
            missing = [place for place, item in enumerate(held.prints) if item not in served]
            # of as many items as an index has, or another part of the data, no more are meant to come
            if len(missing) + len(served) != held.n or not missing or len(served) in record.sizes.values():
                continue
            line = record.lines.get("__len__", "")
            yield finding(
                "never_read",
                LOSES,
                f"{numbered(missing)} of {name} in no batch",
                f"{len(missing):,} of {held.n:,} are not served in an epoch",
                asked=f"all {held.n:,} items of {name} come in an epoch of {record.count:,} batches",
                attribute=name,
                items=missing,
                line=line,
                hint=hint_on_length(line, n=held.n, size=record.batch_size or 0, count=record.count),
            )
            return


def _where_batches_meet(good, twice):
    """Whether all rows that came twice end one batch and begin the next, or fill up the last one.

    Others may have been drawn twice.
    """
    meeting = set()
    for one, other in itertools.pairwise(good):
        sizes = range(1, min(len(one.x), len(other.x)) + 1)
        most = max((size for size in sizes if one.x[-size:] == other.x[:size]), default=0)
        meeting |= set(other.x[:most])
    borders, filled = len(good) - 1, sum(row in twice for row in good[-1].x) > 1
    structured = len(meeting) > 1 or borders == 1
    return (structured and twice <= meeting) or (filled and twice <= set(good[-1].x))


def _came_before(good, rows, line, sure):
    """Rows that are equal, and have equal targets. sure: where few are, that is a fault, and no question."""
    alike = Counter(pair for batch in good for pair in _counted(batch))
    extra = alike.total() - len(alike)
    if not extra:
        return
    twice = {row for (row, _), count in alike.items() if count > 1}
    where = sorted({b.index for b in good if any(row in twice for row in b.x)})
    share = extra / len(rows)
    batches = numbered(where, "batch")
    kind = [leaf.kind for leaf in good[0].side("x")]
    chance = share < BY_CHANCE and not _where_batches_meet(good, twice)
    if not sure or chance or _each_of_its_file(good) or share > 0.5 or ("f" not in kind and share > 0.02):
        yield f"Are there equal rows in the data? {extra:,} of {len(rows):,} came before ({batches})."
    else:
        yield finding(
            "read_twice",
            LOSES,
            f"{extra:,} of {len(rows):,} rows came before in the same epoch ({batches})",
            line=line,
        )


def _each_of_its_file(good):
    """Whether each row was made of a file of its own, opened once in the epoch: then equal rows are so in the files."""
    opened = [path for batch in good for path in batch.reads.get("<files>", ())]
    return len(opened) == len(set(opened)) == sum(batch.rows for batch in good)


def _counted(batch):
    """The rows of a batch with their targets, but those that have a weight of 0."""
    nothing = without_weight(batch)
    pairs = itertools.zip_longest(batch.x, batch.y)
    return [pair for place, pair in enumerate(pairs) if place not in nothing]


def _all_differ(prints):
    return bool(prints) and len(set(prints)) == len(prints)


def _drives_nothing(reads, main):
    """Whether the container that drives the reads holds numbers, and nothing that is seen is read by them."""
    return main.held.is_index and not any(main.held.name in names for names in reads.drives.values())


def _heads_come_again(good):
    """Whether each batch is the one before it and more, as where the start of a slice was forgotten."""
    if len(good) < 3 or not good[0].rows or len(set(good[0].x)) < 2:
        return False
    pairs = list(zip(good, good[1:]))
    return all(b.x[: a.rows] == a.x for a, b in pairs) and all(b.rows > a.rows for a, b in pairs[:-1])


def _all_of_the_first(good):
    """Whether all batches hold rows of the first one, in which no two are equal, and that are no categories."""
    first = set(good[0].x)
    return (
        len(good) > 2
        and any(leaf.kind == "f" for leaf in good[0].side("x"))
        and len(first) == good[0].rows > 3
        and all(batch.rows and set(batch.x) <= first for batch in good)
    )


def _same_in_all(good):
    """The path of an input whose rows are those of the first batch in every batch, where others differ; else ""."""
    if len(good) < 3:
        return ""
    parts = [leaves for leaves in zip(*(batch.leaves for batch in good)) if leaves[0].rows]
    alike = [all(leaf.rows == leaves[0].rows[: len(leaf.rows)] for leaf in leaves) for leaves in parts]
    for (first, *_), same in zip(parts, alike):
        many = len(set(first.rows)) > max(3, len(first.rows) // 2)
        if (
            same
            and not all(alike)
            and many
            and first.side == "x"
            and first.kind == "f"
            and len(first.shape) > 1
        ):
            return first.path
    return ""


def _items_differ(main, index):
    """Whether the items that a batch read are known to be different arrays."""
    if main is None or not main.held.prints or not (main.held.kind == "array" or main.held.shape):
        return False
    if main.held.keys is not None or index >= len(main.lists):
        return False
    return len({main.held.prints[place] for place in main.lists[index]}) == len(main.lists[index]) > 1


def _same_batch(good):
    """Indices of two batches with the same rows, where rows of others are not equal by nature; or None."""
    whole = [batch for batch in good if batch.rows >= 3 and len(set(batch.x)) == len(batch.x)]
    if len(whole) < 3 or len(whole) < 0.9 * len([batch for batch in good if batch.rows >= 3]):
        return None
    first, pairs = {}, []
    for batch in whole:
        if batch.x in first:
            pairs.append((first[batch.x], batch.index))
        first.setdefault(batch.x, batch.index)
    return pairs[0] if len(pairs) == 1 or 0 < len(pairs) < 0.5 * len(whole) else None


def _over_and_over(good, main):
    """How many batches are different of those that a list holds, most of which are there more than once; else 0."""
    if main is None or not main.one_a_batch or main.held.n != len(good) or len(good) < 4:
        return 0
    if not all(batch.rows > 2 and len(set(batch.x)) == batch.rows for batch in good):
        return 0
    different = len({(batch.x, batch.y) for batch in good})
    return different if different < 0.6 * len(good) else 0


def _shapes_vary(good):
    return len({tuple(leaf.shape[1:] for leaf in b.side("x")) for b in good if b.rows}) > 1


def sums(record, reads, followed, besides=()):
    """Yield findings, and questions as text, by arithmetic: rows in an epoch beside what it holds.

    besides: names of what is held and is known to be no source of rows, such as settings.
    """
    files = _of_several_files(reads)
    if not record.epochs or (followed and not record.samples and not files):
        return
    rows, _sure = _rows_in_epoch(record)
    if not rows:
        return
    size = record.batch_size or Counter(b.rows for b in record.epochs[0].good).most_common(1)[0][0]
    known = (
        {"samples": record.samples}
        if record.samples
        else {name: n for name, n in record.sizes.items() if n > 1 and name not in besides}
    )
    if not record.samples:
        known = _without_parts(known)
        known = files if followed else known | files
    weightless = sum(len(without_weight(batch)) for batch in record.epochs[0].good)
    if not size or not known or {rows, rows + weightless} & set(known.values()):
        return
    votes = Counter(known.values())
    near = [
        n
        for n in known.values()
        if record.samples
        or (abs(n - rows) < size and n != record.count and 2 * n > rows)
        or (n - rows == size == n / (record.count + 1) and votes[n] > 1)  # a whole batch
    ]
    if not near:
        yield from _by_count(record, reads, rows, size)
        most = max(known.values())
        if votes[most] > 1 and most > rows:  # such as inputs and targets
            yield f"Is it meant that an epoch has {rows:,} rows? {_called(known, most)} have {most:,} items."
        return
    n = max(near, key=lambda n: (votes[n], n))
    names = _called(known, n)
    if record.samples and _accounted_for(record, reads, n, rows):
        yield f"Is it meant that an epoch has {rows:,} rows? samples says {n:,}."
        return
    line = record.lines.get("__len__", "")
    if n > rows:
        yield finding(
            "never_read",
            LOSES,
            f"{rows:,} rows in an epoch of {record.count:,} batches",
            f"{n - rows:,} of {n:,} are never served",
            asked=f"{n:,} rows, as many as {names}",
            attribute=names.split(" ")[0] if names.startswith("self.") else names,
            items=range(rows, n),
            line=line,
            hint=hint_on_length(line, n=n, size=size, count=record.count),
        )
    elif record.count == 1 and rows != record.batch_size and not record.samples:
        return
    elif not any(length > rows for length in known.values()):
        yield finding(
            "read_twice",
            LOSES,
            f"{rows:,} rows in an epoch of {record.count:,} batches",
            f"{rows - n:,} are too many",
            asked=f"{n:,} rows, as many as {names}",
            attribute=names.split(" ")[0],
            line=line,
        )


def _of_several_files(reads):
    """`{name: n}` of the datasets that several files have parts of, and that are read as a whole."""
    parts = {}
    for name in reads.opaque:
        if (held := reads.held[name]).kind == "file":
            parts.setdefault(name.partition(" of ")[0], []).append(held.n)
    return {f"{name} of {len(ns)} files": sum(ns) for name, ns in parts.items() if len(ns) > 1}


def _without_parts(known):
    """`{name: n}` without the parts of what has parts of unlike lengths: no one of them is all the data."""
    lengths = {}  # by what they are parts of
    for name, n in known.items():
        whole = name.rpartition("[")[0] or name
        lengths.setdefault(whole, {})[name] = n
    return {name: n for parts in lengths.values() if len({*parts.values()}) == 1 for name, n in parts.items()}


def _by_count(record, reads, rows, size):
    """A number that is held and named as a count, of which the full batches alone come."""
    for name, n in record.counts.items():
        if rows == n // size * size < n and record.count == n // size:
            line = record.lines.get("__len__", "")
            yield finding(
                "never_read",
                LOSES,
                f"{rows:,} rows in an epoch of {record.count:,} batches",
                f"{n - rows:,} of {n:,} are never served",
                asked=f"{n:,} rows, as {name} says",
                attribute=name,
                items=range(rows, n),
                line=line,
                hint=hint_on_length(line),
            )
            return
    for name, n in record.counts.items():
        nearly = abs(n - rows) < size and not reads.drivers
        if (n > rows + size and record.sizes.get(name) == n) or (nearly and n != rows):
            yield f"Is it meant that an epoch has {rows:,} rows? {name} is {n:,}."
            return


def _called(known, n):
    """The names of two things at most that have n items."""
    return " and ".join([name for name, length in known.items() if length == n][:2])


def _accounted_for(record, reads, n, rows):
    """Whether other rows than samples may be meant: a row is no sample, or chance draws them."""
    for reading in reads.readings.values():
        if reading.held.n == n:
            return True  # such as a series, whose windows are the rows; what it lacks is told by its items
        if reading.held.n == record.length == reading.total:
            return True  # an item is a batch
    different = {row for batch in record.epochs[0].good for row in batch.x}
    return rows > n and (not record.deterministic or len(different) > n)


def _rows_in_epoch(record):
    """Rows in a whole epoch; of a sample, those that follow where all but the last are alike."""
    epoch = record.epochs[0]
    if len(epoch.good) < len(epoch.batches):
        return None, False
    if record.complete:
        return sum(b.rows - len(without_weight(b)) for b in epoch.good), True
    if record.length is None or epoch.batches[-1].index != record.length - 1:
        return None, False
    sizes = {batch.rows for batch in epoch.good[:-1]}
    if len(sizes) != 1:
        return None, False
    return (record.length - 1) * sizes.pop() + epoch.good[-1].rows, False
