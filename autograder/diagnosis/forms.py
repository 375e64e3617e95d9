"""Judges how it is called and what comes: lengths, exceptions, the form of a batch, shapes, values."""

import itertools
from collections import Counter

from autograder.diagnosis.finding import LOSES, STOPS, finding, numbered
from autograder.diagnosis.streamed import STREAMS
from autograder.mistakes.finding import plural

__all__ = ["batches", "form", "lengths", "scaled", "stream", "values"]

PEEKED = 2
"""So many batches of a generator `fit` takes before it begins, and gives again when it has come to its end
(keras/src/trainers/data_adapters/generator_data_adapter.py)."""

MOST_WEIGHT = 100
"""A sample weight above this is rather an id, or something else that is no weight."""
FAR_OUTSIDE = 1.5
"""Boxes that reach so many times the side of a picture are in no pixels of its own."""
LEAST_ROWS = 20
"""Of fewer rows than this one value in all of them says nothing."""


def lengths(record):
    """Yield findings about the number of batches."""
    line = record.lines.get("__len__", "")
    by = "len(seq)" if record.counted_by == "__len__" else "num_batches"
    if record.kind in STREAMS or record.endless:
        return
    if record.length_problem is not None:
        yield finding(
            "length_raises",
            STOPS,
            record.length_problem.said,
            asked=f"{by} is the number of batches",
            line=place(record.length_problem) or line,
        )
    elif record.length is None and not record.length_received:
        return  # it was never asked for
    elif record.length is None and record.length_received == "nothing":
        yield finding("no_length", STOPS, f"class {record.name} has no __len__")
    elif record.length is None:
        yield finding(
            "length_not_int", STOPS, f"{record.length_received}", asked=f"{by} is an int", line=line
        )
    elif record.length < 0:
        yield finding("length_negative", STOPS, f"{record.length}", asked=f"{by} is at least 1", line=line)
    elif record.length == 0:
        known = {record.samples} if record.samples else {n for n in record.sizes.values() if n > 1}
        n, size = min(known, default=0), record.batch_size
        sure = len(known) == 1 and size and n < size
        few = f"{plural(n, 'item')}, fewer than one batch of {size}: " if sure else ""
        yield finding(
            "length_zero",
            STOPS,
            "0",
            f"{few}fit gets no batch, and stops",
            asked=f"{by} is at least 1",
            line=line,
        )
    known = [number for number in record.lengths if number is not None]
    if len(set(known)) > 1:
        yield finding(
            "length_changes",
            LOSES,
            f"{known[0]} at first, {next(n for n in known if n != known[0])} after an epoch",
            asked=f"{by} is the same after an epoch",
            line=record.lines.get("on_epoch_end") or line,
        )


def stream(record):
    """Yield findings, and questions as text, about what has no index: whether `fit` takes it, and how it ends."""
    line = record.lines.get("__getitem__", "")
    if record.kind not in STREAMS:
        return
    if record.strange_stream:
        yield finding("not_taken_by_fit", STOPS, f"an object of the class {record.strange_stream}")
    first = record.epochs[0].batches if record.epochs else ()
    if record.shuffles_batches:
        yield (
            "Is it meant that whole batches are shuffled? shuffle() comes after batch(), so the same items are in a "
            "batch together in every epoch."
        )
    if record.epochs and not first and not record.endless:
        yield finding(
            "length_zero",
            STOPS,
            "no batch",
            "fit gets no batch, and stops",
            asked=f"a {record.kind} has at least one batch",
            line=line,
            hint="Is what it loops over empty, or used up?",
        )
    elif record.kind == "generator" and first and first[0].problem is None and first[0].form != "tuple":
        yield finding("not_a_tuple", STOPS, f"seq[0] is of the class {first[0].form}", line=line)
    if record.drawn:
        name, n, came, draws = record.drawn
        yield (
            f"Is it meant that items of {name} are drawn at random? Of {n:,}, {came:,} came in the first {draws:,} "
            "draws."
        )
    if record.ends and first and not record.strange_stream and first[-1].problem is None:
        again = "its first again" if len(first) < PEEKED else "its first two again"
        yield (
            f"Is it meant for one epoch alone? It ends after {plural(len(first), 'batch')}: from the second epoch on "
            f"fit gets {again}, and no other. For more epochs put a `while True:` around it, and give fit "
            "steps_per_epoch."
        )


def place(problem):
    """Where something was raised in the user's code."""
    return problem.place if problem is not None else ""


def form(record):
    """Yield findings about the form of the first batch."""
    batch = record.first
    line = record.lines.get("__getitem__", "")
    if batch is None:
        return
    if batch.problem is not None:
        yield _raised(record, batch)
        return
    if batch.form == "NoneType":
        yield finding("nothing_returned", STOPS, "seq[0] is None", line=line)
        return
    if (
        batch.form not in ("tuple", "list", "dict", "ndarray")
        and batch.parts == 1
        and record.kind == "PyDataset"
    ):
        leaf = batch.leaves[0] if batch.leaves else None
        if leaf is None or leaf.shape is None or (leaf.dtype == "object" and leaf.shape == ()):
            yield finding(
                "not_numeric",
                STOPS,
                f"seq[0] is a {batch.form}",
                asked="seq[0] is a tuple of arrays",
                line=line,
                hint="return the batch: a method with yield gives a generator."
                if batch.form == "generator"
                else None,
            )
            return
    if batch.parts > 3:
        yield finding("too_many_parts", STOPS, f"seq[0] has {batch.parts} parts", line=line)
    for path in batch.lists:
        yield finding("list_in_batch", STOPS, f"{path} of seq[0] is a list", line=line)
        break
    for path in batch.nones:
        hint = "Does a function that makes it end without return?" if path.startswith("x") else None
        yield finding("none_in_batch", STOPS, f"{path} of seq[0] is None", line=line, hint=hint)
        break
    for leaf in batch.leaves:
        if leaf.shape is None:
            continue
        if leaf.dtype == "object" and leaf.shape == ():
            yield finding(
                "not_numeric",
                STOPS,
                f"{leaf.path} of seq[0] is one Python object, and no array",
                "a generator in brackets, (… for … in …), is one too",
                line=line,
                hint="Make a list of it, and np.stack or np.array of that.",
            )
            break
        if leaf.dtype == "object" or leaf.dtype.startswith(("<U", "|S", "<S", "str")):
            words = leaf.dtype != "object"
            yield finding(
                "not_numeric",
                STOPS,
                f"{leaf.path} of seq[0] has dtype {leaf.dtype}",
                "these are words, and no loss or layer computes with words" if words else "",
                line=line,
            )
            break
        if leaf.shape == () and leaf.path not in batch.lists and not _inside(leaf.path, batch.lists):
            yield finding("no_row_axis", STOPS, f"{leaf.path} of seq[0] is a single number", line=line)
            break


def _inside(path, lists):
    return any(path.startswith(one) for one in lists)


def _raised(record, batch, after=""):
    """after: what was called before, such as "after on_epoch_end "."""
    if batch.problem.may_be_slow:
        return (
            f"Does it take so long, or would it never end: {batch.problem.message}? "
            "With another `seconds=` of diagnose it is given more time."
        )
    if batch.problem.silent:
        return finding(
            "never_ends", STOPS, batch.problem.message, asked=f"seq[{batch.index}] returns a batch"
        )
    kept = record.lines.get("returns None") if "'NoneType' object" in batch.problem.message else ""
    return finding(
        "getitem_raises",
        STOPS,
        batch.problem.said,
        f"fit stops at batch {batch.index}",
        asked=f"{after}seq[{batch.index}] is a batch",
        line=place(batch.problem),
        hint=f"{kept}: shuffle works in place and returns None." if kept else None,
    )


def batches(record):
    """Yield findings, and questions as text, about the batches of the first epoch."""
    if not record.epochs:
        return
    epoch = record.epochs[0]
    line = record.lines.get("__getitem__", "")
    for batch in epoch.batches:
        if batch.problem is not None:
            yield _raised(record, batch)
            break
    for other in record.epochs[1:]:
        if not any(b.problem for b in epoch.batches):
            for batch in other.batches:
                if batch.problem is not None:
                    yield _raised(record, batch, "after on_epoch_end ")
                    break
    for batch in epoch.good:
        heads = _heads(batch)
        if len(set(heads.values())) > 1:
            said = ", ".join(f"{n} in {path}" for path, n in heads.items())
            if _are_graphs(epoch.good):
                yield f"Is it meant that parts of a batch have different numbers of rows, as for graphs: {said}?"
                break
            yield finding(
                "uneven_rows",
                STOPS,
                f"{said}",
                asked=f"all parts of seq[{batch.index}] have as many rows",
                line=line,
            )
            break
    rows = {b.index: {leaf.shape[0] for leaf in b.leaves if leaf.shape} for b in epoch.good}
    empty = [index for index, counts in rows.items() if counts == {0}]
    if empty and record.length is not None:  # without a length it is we who ask for too many
        size = max((batch.rows for batch in epoch.good), default=0)
        n = max((held.n for name, held in epoch.held.items() if _is_read(epoch, name)), default=0)
        served = sum(batch.rows for batch in epoch.good)
        short = size > 1 and served < n == (record.samples or n) and record.count == -(-n // size)
        yield finding(
            "empty_batch",
            LOSES,
            f"{numbered(empty, 'batch')} without a row"
            + (f", and {served:,} rows in all, of {n:,} items" if short else ""),
            f"{len(empty):,} of {record.count:,} batches are empty",
            items=empty,
            line=record.lines.get("__getitem__" if short else "__len__", ""),
            hint="The length is right: at which item does the last batch begin, and where does it end?"
            if short
            else None,
        )
    yield from _shapes(record)
    yield from _sizes(record)


def _is_read(epoch, name):
    return any(name in batch.reads for batch in epoch.good)


def _heads(batch):
    """`{path: rows}` of the parts of a batch."""
    return {leaf.path: leaf.shape[0] for leaf in batch.leaves if leaf.shape}


def _are_graphs(good):
    """Whether inputs are of several kinds, such as nodes and edges, of which each batch has its own numbers."""
    heads = [_heads(batch) for batch in good]
    if _count_by_themselves(heads):
        return True
    inputs = [{n for path, n in one.items() if path.startswith("x")} for one in heads]
    if len(good[0].side("x")) < 3 or any(len(one) < 2 for one in inputs):
        return False
    first = Counter(next(iter(one.values())) for one in heads).most_common(1)[0][0]
    alike = {tuple(one.values()) for one in heads if next(iter(one.values())) == first}
    return len(alike) > 1 or len(good) == 1


def _count_by_themselves(heads):
    """Whether some inputs have a row for each target, and others numbers of their own in every batch."""
    inputs = [path for path in heads[0] if path.startswith("x")]
    targets = [path for path in heads[0] if path.startswith("y")]
    if len(targets) != 1 or any(one.keys() != heads[0].keys() for one in heads):
        return False
    own = [path for path in inputs if all(one[path] != one[targets[0]] for one in heads)]
    numbers = {tuple(one[path] for path in own) for one in heads}
    return bool(own) and len(own) < len(inputs) and len(numbers) > 2


def _shapes(record):
    """The shapes that `fit` takes from batches 0 and 1 for all; a dataset says itself what they may be."""
    if record.kind == "dataset":
        return
    line = record.lines.get("__getitem__", "")
    good = [batch for epoch in record.epochs for batch in epoch.good]
    first = [batch for batch in record.epochs[0].good if batch.index < 2]
    seen = {}
    for batch in good:
        for leaf in batch.leaves:
            if leaf.shape is not None and batch.rows:  # no rows are of no shape
                seen.setdefault(leaf.path, []).append((batch.index, leaf.shape[1:], leaf.dtype))
    for path, shapes in seen.items():
        different = {shape for _, shape, _ in shapes}
        if len(different) > 1:
            index, shape = next((i, s) for i, s, _ in shapes if s != shapes[0][1])
            said = f"{path} of seq[{shapes[0][0]}] has rows of {shapes[0][1]}, of seq[{index}] {shape}"
            spec = [
                leaf.shape[1:] for batch in first for leaf in batch.leaves if leaf.path == path and leaf.shape
            ]
            fits = _fits(spec, different)
            likely = record.reordered and _often_alike([shape for _, shape, _ in shapes])
            by_luck = bool(record.reordered) and record.fit_ran and record.fit is None
            if likely or not (fits or by_luck):
                so = (
                    "fit takes the shapes of batches 0 and 1 for all, and stops at a batch of another one"
                    if not fits
                    else "whether fit stops is luck: it takes the shapes of batches 0 and 1 for all"
                )
                yield finding("shape_changes", STOPS, said, so, line=line)
            elif path.startswith("y") and _are_shares(good, path) and not _vary(seen, "x"):
                yield finding(
                    "shape_changes",
                    STOPS,
                    said,
                    "a model has as many outputs for every batch",
                    line=line,
                    hint="to_categorical(labels) makes as many columns as the labels of this batch need: give it "
                    "num_classes.",
                )
            elif record.reordered:
                yield (
                    f"Is it meant that {said}? fit runs while batches 0 and 1 of an epoch differ; where these "
                    "are alike by chance, it takes their shape for all and stops."
                )
            else:
                yield f"Is it meant that {said}? fit runs, since batches 0 and 1 differ already."
            break
    for path, shapes in seen.items():
        kinds = {dtype for _, _, dtype in shapes}
        if len(kinds) > 1:
            index, dtype = next((i, d) for i, _, d in shapes if d != shapes[0][2])
            yield finding(
                "dtype_changes",
                LOSES,
                f"{path} of seq[{shapes[0][0]}] is {shapes[0][2]}, of seq[{index}] {dtype}",
                line=line,
            )
            break


def _are_shares(good, path):
    """Whether a part of all batches is a table of numbers from 0 to 1, as labels in columns are."""
    leaves = [leaf for batch in good for leaf in batch.leaves if leaf.path == path and leaf.shape]
    return all(len(leaf.shape) == 2 and leaf.low == 0 and leaf.high == 1 for leaf in leaves)


def _vary(seen, side):
    """Whether the shapes of the rows of a side vary. seen: {path: [(index, shape, dtype)]}."""
    return any(len({shape for _, shape, _ in own}) > 1 for path, own in seen.items() if path[:1] == side)


def _often_alike(shapes):
    """Whether two of some shapes, drawn at random, are the same more often than not."""
    counts = Counter(shapes).values()
    return 2 * sum(n * (n - 1) for n in counts) > len(shapes) * (len(shapes) - 1)


def _fits(spec, shapes):
    """Whether all shapes agree with what `fit` makes of the first two: an axis that differs is free."""
    if not spec or len({len(shape) for shape in (*spec, *shapes)}) > 1:
        return False
    return all(
        len({shape[axis] for shape in spec}) > 1 or shape[axis] == spec[0][axis]
        for shape in shapes
        for axis in range(len(shape))
    )


def _sizes(record):
    """Batch sizes: as asked for, and the same but for the last."""
    if record.endless:
        return
    sizes = [batch.rows for batch in record.epochs[0].good]
    if len(sizes) > 2 and any(size != sizes[0] for size in sizes[1:-1]):
        yield (
            f"Is it meant that batches have {min(sizes)} to {max(sizes)} rows? "
            "Only the last needs to be shorter."
        )
    size = record.batch_size
    if size and len(sizes) > 1 and sizes[0] and sizes[0] != size:
        usual = Counter(sizes).most_common(1)[0][0]
        if usual != size:
            yield f"Is it meant that batches have {plural(usual, 'row')}? {record.batch_size_name} is {size}."


def values(record):
    """Yield findings, and questions as text, about the values of the first epoch."""
    if not record.epochs or not record.epochs[0].good:
        return
    good = record.epochs[0].good
    line = record.lines.get("__getitem__", "")
    for batch in good:
        bad = next((leaf for leaf in batch.leaves if not leaf.finite), None)
        if bad is not None:
            yield finding(
                "not_finite",
                LOSES,
                f"{bad.path} of seq[{batch.index}] has NaN or infinity",
                "the loss, and then every weight, becomes NaN",
                line=line,
            )
            break
    for path in [leaf.path for leaf in good[0].leaves]:
        leaves = [leaf for b in good for leaf in b.leaves if leaf.path == path and leaf.low is not None]
        rows = sum(leaf.shape[0] for leaf in leaves if leaf.shape)
        if not leaves or path.startswith("part"):
            continue
        low, high = min(leaf.low for leaf in leaves), max(leaf.high for leaf in leaves)
        if path == "w" and low == high == 0:
            yield finding(
                "constant",
                LOSES,
                "every value of the third part of a batch is 0",
                "fit takes the third part for sample weights: a sample that weighs 0 counts for nothing",
                asked="sample weights are above 0",
                line=line,
                hint="If it is no weight, leave it out, or put it into the inputs or targets.",
            )
        elif path == "w" and high > MOST_WEIGHT:
            yield (
                f"Are the values of the third part, {low:g} to {high:g}, meant as sample weights? fit multiplies "
                "the loss of each row by its own."
            )
        if rows < LEAST_ROWS or path.startswith("w"):
            continue
        only = path in ("x", "y") or sum(leaf.side == path[:1] for leaf in good[0].leaves) == 1
        if low == high and only:
            yield _constant(record, path, low, line)
        elif low == high and (low == 0 or leaves[0].kind == "f"):  # a length may well be one number
            yield f"Is it meant that every value of {path} is {low:g}?"
        elif path.startswith("x") and leaves[0].kind == "f" and len(leaves[0].shape) >= 3:
            if 0 < max(abs(low), abs(high)) <= 1.01 / 255:
                yield finding(
                    "scaled_twice",
                    LOSES,
                    f"{path} lies between {low:g} and {high:g}",
                    "inputs are 255 times smaller than those of one division by 255",
                    line=line,
                )
        elif path.startswith("y") and leaves[0].kind == "f" and len(leaves[0].shape) >= 3:
            if 0 < max(abs(low), abs(high)) <= 1.01 / 255:
                yield f"Is {path} divided by 255 twice? It lies between {low:g} and {high:g}."
    yield from _unlike_scales(good)
    yield from _outside_of_pictures(good)
    x, y, w = (good[0].side(side) for side in "xyw")
    if len(x) == len(y) == len(w) == 1 and x[0].shape == y[0].shape == w[0].shape and len(w[0].shape) > 1:
        yield (
            f"Are the three parts of a batch inputs, targets and sample weights? fit takes them so, and all "
            f"have shape {w[0].shape}. Three inputs are one tuple: ((a, b, c), y)."
        )
    if len(x) == len(y) == 1 and len(x[0].shape) == 1 and x[0].kind in "ib" and y[0].kind == "f":
        if len(y[0].shape) > 1:
            yield (
                f"Are inputs and targets exchanged? x has shape {x[0].shape} and dtype {x[0].dtype}, "
                f"y {y[0].shape} and {y[0].dtype}."
            )


def _unlike_scales(good):
    """Yield a question about two inputs of one shape, such as pictures, of which one is scaled to 1 and one is not."""
    ranges = {}
    for batch in good:
        for leaf in batch.side("x"):
            if leaf.low is not None and len(leaf.shape) >= 3:
                ranges.setdefault((leaf.shape[1:], leaf.path), []).append(max(abs(leaf.low), abs(leaf.high)))
    for (one, path), (other, more) in itertools.combinations(ranges, 2):
        if one == other:
            small, large = sorted(((max(ranges[one, path]), path), (max(ranges[other, more]), more)))
            if 0 < small[0] <= 1.5 and 100 < large[0] <= 255:
                yield (
                    f"Is it meant that {small[1]} reaches {small[0]:g} and {large[1]} {large[0]:g}? "
                    "One may be divided by 255, and the other not."
                )
                return


def _outside_of_pictures(good):
    """Yield a question about boxes, of four numbers each, that lie far outside of the pictures beside them."""
    pictures = [leaf for leaf in good[0].side("x") if len(leaf.shape) == 4]
    if len(pictures) != 1:
        return
    side = max(pictures[0].shape[1:3])
    for leaf in good[0].side("y"):
        highs = [one.high for batch in good for one in batch.side("y") if one.path == leaf.path]
        boxes = leaf.shape[-1] == 4 and len(leaf.shape) in (2, 3) and leaf.kind in "fi"
        if boxes and None not in highs and max(highs) > FAR_OUTSIDE * side:
            yield (
                f"Are the boxes in {leaf.path} in the pixels of another size? They reach {max(highs):g}, and the "
                f"longer side of the pictures is {side}."
            )


def _constant(record, path, value, line):
    """One value in all rows: a fault of inputs, and of targets where labels are held and not read."""
    said = f"every value of {path} is {value:g}"
    held = record.epochs[0].held
    read = {name for batch in record.epochs[0].good for name in batch.reads}
    rows = max((held[name].n for name in read if name in held), default=0)
    of_a_pair = path.startswith("y") and record.epochs[0].good[0].is_of_alike
    unread = [
        name
        for name, one in held.items()
        if name not in read
        and not of_a_pair  # the loss may do without targets
        and not _is_split_up(one, [held[other] for other in read if other in held])
        and one.n == rows
        and len(set(one.prints or ())) > 1
        and not (path.startswith("y") and one.keys and len(set(one.keys)) == one.n)  # the items' own names
    ]
    if path.startswith("x") or unread:
        return finding(
            "constant",
            LOSES,
            said + (f", and {unread[0]} is never read" if unread else ""),
            asked=f"{path} differs between items",
            attribute=unread[0] if unread else "",
            line=line,
        )
    lost = _lost_labels(record, held, read) if path.startswith("y") else ""
    if lost:
        return finding(
            "constant",
            LOSES,
            f"{said}, and the items of {lost} differ",
            asked=f"{path} differs where {lost} does",
            attribute=lost,
            line=line,
            hint="Does the array that they are written into have a dtype that can hold them?",
        )
    return f"Is it meant that {said}?"


def _is_split_up(table, others):
    """Whether one of a table's columns is read from where it was copied to."""
    return any(one.keys and tuple(one.keys) in table.columns.values() for one in others)


def _lost_labels(record, held, read):
    """The name of what is read and has the shape of the targets, and of no input, and differs; or ""."""
    batch = record.epochs[0].good[0]
    shapes = {side: {leaf.shape[1:] for leaf in batch.side(side)} for side in "xy"}
    for name in sorted(read & held.keys()):
        one = held[name]
        wide = bool(one.shape) and one.shape in shapes["y"] - shapes["x"]
        if wide and one.n >= batch.rows and len(set(one.prints or ())) > 1:
            return name
    return ""


def scaled(record, main):
    """Yield a finding, or a question as text, about inputs that each batch scales by itself.

    main: the `Reading` of the container that drives the reads, or None. A batch that is one item, or
    one group of items, may well be scaled by itself.
    """
    sizes = [batch.rows for batch in record.epochs[0].good]
    for path, sure in record.scaled:
        said = f"each batch of {path} is scaled by its own values"
        if main is None or not main.one_a_row:
            return
        if any(size != sizes[0] for size in sizes[1:-1]):
            yield f"Is it meant that {said}?"
            return
        yield finding(
            "scaled_by_batch",
            LOSES,
            said + ("" if sure else ": all have mean 0 and deviation 1"),
            line=record.lines.get("scaling") or record.lines.get("__getitem__", ""),
        )
