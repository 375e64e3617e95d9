"""Judges two inputs, or two targets, that are one and the same."""

import itertools

from autograder.diagnosis.finding import LOSES, finding
from autograder.diagnosis.spoiled import spoiled
from autograder.mistakes.finding import plural

__all__ = ["pairs_of_one_item", "twins"]

LEAST_PAIRS = 8
"""Of fewer pairs some may be of one item by chance."""
FEW = 0.2
"""So large a share of the other pairs may be of one item, by chance."""


def twins(record):
    """Yield a question about two inputs, or two targets, that are the same in every row; or a finding, where
    what the second should be made of is held, and never read.

    So are inputs and targets of an autoencoder. Whole numbers, such as words, are seldom meant so, nor
    what bears a noise that is drawn at each call.
    """
    good = record.epochs[0].good
    x, y = (good[0].side(side) for side in "xy")
    pairs = [*itertools.combinations(x, 2), *itertools.combinations(y, 2)]
    if len(x) == len(y) == 1 and x[0].kind == y[0].kind:
        words, noisy = x[0].kind == "i" and len(x[0].shape) == 2, record.deterministic is False
        pairs += [(x[0], y[0])] if words or noisy else []
    elif len(x) > 1:
        pairs += [(one, other) for one in x for other in y if _are_words(one) and _are_words(other)]
    for one, other in pairs:
        rows = [_rows_of(batch, one.path, other.path) for batch in good]
        if one.shape == other.shape and all(a and a == b for a, b in rows):
            if len({row for a, _ in rows for row in a}) > 1:
                unread = _unread_beside(record)
                if unread:
                    yield finding(
                        "never_read",
                        LOSES,
                        f"{other.path} is the same as {one.path} in every row, and {unread} is never read",
                        f"what is in {unread} is in no batch",
                        asked=f"{one.path} and {other.path} are made of different things",
                        attribute=unread,
                        line=record.lines.get("__getitem__", ""),
                        hint="Is a name written twice, where the second is another one?",
                    )
                    return
                if "decoder" in one.path and other.side == "y":
                    yield spoiled(record, "copies", other.path, one.path)
                    return
                yield f"Is it meant that {other.path} is the same as {one.path} in every row?"
                return


def _unread_beside(record):
    """What is held beside a container that is read, of as many items of the same kind, and is not; else ""."""
    epoch = record.epochs[0]
    read = {name for batch in epoch.good for name in batch.reads}
    kinds = {
        (one.kind, one.n, one.shape) for name, one in epoch.held.items() if name in read and not one.is_index
    }
    return next(
        (
            name
            for name, one in epoch.held.items()
            if name not in read and (one.kind, one.n, one.shape) in kinds and len(set(one.prints or ())) > 1
        ),
        "",
    )


def _are_words(leaf):
    return leaf.kind == "i" and len(leaf.shape) == 2 and leaf.shape[1] > 1


def _rows_of(batch, *paths):
    rows = {leaf.path: leaf.rows for leaf in batch.leaves}
    return [rows.get(path, ()) for path in paths]


def pairs_of_one_item(record):
    """Yield a finding about pairs that are said to be alike, and are each one item twice.

    record: of an epoch whose inputs are two or three of one shape, such as a siamese model has.
    """
    good = record.epochs[0].good
    for one, other in itertools.combinations(good[0].side("x"), 2):
        if one.shape != other.shape or len(one.shape) < 2:
            continue
        rows = [_rows_of(batch, one.path, other.path) for batch in good]
        same = [a == b for first, second in rows for a, b in zip(first, second)]
        third = [leaf for leaf in good[0].side("x") if leaf not in (one, other) and leaf.shape == one.shape]
        if len(same) >= LEAST_PAIRS and all(same) and third:
            yield _of_one_item(record, one, other, f"all {len(same):,} rows")
            return
        labels = [label for batch in good for label in batch.y]
        alike = [label for label, is_same in zip(labels, same) if is_same]
        if len(labels) != len(same) or len(alike) < LEAST_PAIRS or len(set(labels)) != 2 or third:
            continue
        most = max(set(alike), key=alike.count)
        others = len(labels) - labels.count(most)
        if alike.count(most) == labels.count(most) and len(alike) - alike.count(most) <= FEW * others:
            yield _of_one_item(record, one, other, f"all {plural(len(alike), 'row')} of one label")
            return


def _of_one_item(record, one, other, which):
    return finding(
        "pair_of_one_item",
        LOSES,
        f"{one.path} is {other.path} in {which}",
        line=record.lines.get("__getitem__", ""),
    )
