"""Pictures and what belongs to each of their points, such as masks, moved by different draws.

A batch is asked for with several seeds. What is done to a row from one of them to another, a flip, a turn or
another cut, can be read off the row itself, and has to be the same on both sides.
"""

import functools
import itertools

import numpy as np

from autograder.diagnosis.content import correlation
from autograder.mistakes.finding import plural

__all__ = ["FLIPPED", "kept_while_moved", "moved_apart"]

LEAST_SIDE, MOST_ROWS = 3, 16
LEAST_OVERLAP, LEAST_POINTS = 0.05, 40
"""Of two cuts of one picture that have less in common it is not said where they lie."""
MOST_STEPS, MOST_POINTS = 20_000, 1_000_000
"""So many places of a cut are tried one after the other; cuts of so many points are looked at in all."""
LEAST_STEPS, LEAST = 6, 3
"""Shorter series say nothing, nor do cuts that have fewer steps in common, or fewer rows."""
ALIKE, UNLIKE, MOST_EVENED = 0.95, 0.7, 500_000
"""How well the values of a picture go together with those of the same one, and how badly with one that was moved."""
LEAST_MOVED, LEAST_BOXES = 3, 6
FLIPPED = "flipped left to right"
MANY_TIMES = 4
"""Pictures among the inputs are so many times larger than all others."""
MOST_CHANNELS = 4
"""Targets of so many channels, such as masks, may be moved one by one."""
MOST_COLUMNS = 300


EXCHANGED = {"flipped left to right": "flipped upside down", "flipped upside down": "flipped left to right"}
"""What a move becomes where the axes of a picture are exchanged."""


def _moves(shape, axes=2):
    """`{name: function}` of what may be done to (height, width, ...), or a volume, without changing a value."""
    if axes == 3:
        return {
            _along(flipped): functools.partial(np.flip, axis=flipped)
            for count in range(4)
            for flipped in itertools.combinations(range(3), count)
        }
    moves = {
        "as it is": lambda a: a,
        "flipped left to right": lambda a: a[:, ::-1],
        "flipped upside down": lambda a: a[::-1],
        "turned by half": lambda a: a[::-1, ::-1],
    }
    if shape[0] == shape[1]:
        moves |= {
            "turned by a quarter": lambda a: np.rot90(a),
            "turned by three quarters": lambda a: np.rot90(a, 3),
            "transposed": lambda a: a.swapaxes(0, 1),
            "transposed the other way": lambda a: a[::-1, ::-1].swapaxes(0, 1),
        }
    return moves


def _along(axes):
    return f"flipped along {' and '.join(f'axis {axis}' for axis in axes)}" if axes else "as it is"


def moved_apart(draws):
    """Compare several draws of one batch, row by row.

    draws: for each `{path: array}` of its parts, paths as `Leaf` has them; arrays of pictures or volumes are
    (rows, height, width[, ...]) or (rows, depth, height, width[, ...]), those of series (rows, steps, values).
    Returns: `(row, path, of it, other path, of that, sure)`, what was done to inputs and to another part from
    one draw to another, in a row where that is not the same; or (). sure: whether they are not two views of one
    picture, which may differ. Rows that look alike when they are moved, or that were changed otherwise, say nothing.
    """
    left = MOST_POINTS
    for path, beside in itertools.permutations(draws[0], 2):
        pairs = [(draw.get(path), draw.get(beside)) for draw in draws]
        if path[0] != "x" or beside[0] == "x":
            continue
        apart = _series_apart(pairs)
        if apart:
            return apart[0], path, apart[1], beside, "as it is", True
        if not _are_pictures(pairs):
            continue
        for row, ((x, y), (other_x, other_y)) in itertools.product(
            range(min(len(pairs[0][0]), MOST_ROWS)), itertools.combinations(pairs, 2)
        ):
            told, cost = _apart(x[row], other_x[row], y[row], other_y[row], left)
            left -= cost
            if told:
                sure = not _made_of_the_same(x[row], y[row]) and not _is_a_turned_grid(pairs)
                return row, path, told[0], beside, told[1], sure
    return ()


def _is_a_turned_grid(pairs):
    """Whether targets are a coarse grid with its axes exchanged: what is left to right in the picture is down in it."""
    x, y = pairs[0]
    if _factor(x[0], y[0]) == 1:
        return False
    done = {
        (_done(x[row], other_x[row]), _done(y[row], other_y[row]))
        for row in range(min(len(x), MOST_ROWS))
        for (x, y), (other_x, other_y) in itertools.combinations(pairs, 2)
    }
    return all(not of_x or of_y in ("", EXCHANGED.get(of_x, of_x)) for of_x, of_y in done)


def kept_while_moved(draws):
    """Targets of some columns that stay what they are where the inputs are flipped, turned or cut elsewhere.

    Or that are put in another order alone, such as what is said of a left eye and of a right one.

    draws: see `moved_apart`. Returns: `(path of the targets, how many rows were moved, columns, whether they are
    boxes, how)`; columns: 1 for a number a row; how: such as "flipped left to right"; or (). Where other targets
    change with the inputs, those that stay are meant to.
    """
    first, others = draws[0], draws[1:]
    inputs = {path: array for path, array in first.items() if path[0] == "x" and array.ndim in (3, 4, 5)}
    picture = max(inputs, key=lambda path: inputs[path].size, default="")
    if not picture or any(
        MANY_TIMES * inputs[path].size > inputs[picture].size for path in inputs.keys() - {picture}
    ):
        return ()
    x = _first_frames(inputs[picture])
    if min(x.shape[1:3]) < LEAST_SIDE:
        return ()
    moved = {}
    for other in others:
        if picture in other and other[picture].shape == inputs[picture].shape:
            for row, (before, after) in enumerate(zip(x[:MOST_ROWS], _first_frames(other[picture]))):
                how = _done(before, after) or ("cut elsewhere" if _is_cut(before, after) else "")
                if how not in ("", "as it is"):
                    moved.setdefault(how, []).append((other, row))
    how = max(
        moved,
        key=lambda one: (one == FLIPPED and len(moved[one]) >= LEAST_MOVED, len(moved[one])),
        default="",
    )
    targets = {path: y for path, y in first.items() if path[0] == "y" and y.ndim and len(y)}
    stay = all(
        path in other and _have_the_same_numbers(other[path][row], y[row])
        for path, y in targets.items()
        for other, row in moved.get(how, ())
    )
    if len(moved.get(how, ())) < LEAST_MOVED or not stay:
        return ()
    for path, y in targets.items():
        columns = y[0].size
        if 0 < columns <= MOST_COLUMNS and y.dtype.kind == "f":
            if not np.isin(y, (0, 1)).all() and np.unique(y).size > columns:
                return path, len(moved[how]), columns, _are_boxes(y, x.shape[1:3]), how
    return ()


def _have_the_same_numbers(one, other):
    """Whether two rows of targets are the same, or hold several measured numbers in another order alone."""
    if np.array_equal(one, other):
        return True
    return (
        one.ndim == 1
        and one.size > 3
        and not np.isin(one, (0, 1)).all()
        and np.array_equal(np.sort(one.ravel()), np.sort(other.ravel()))
    )


def _is_cut(before, after):
    """Whether two pictures are cuts of one, at other places."""
    return before.size <= MOST_EVENED and _step(before, after, 2) is not None


def _are_boxes(y, size):
    """Whether rows of targets are corners of boxes in a picture: left, top, right, bottom; none in its middle alone."""
    if y.ndim != 2 or y.shape[1] != 4 or len(y) < LEAST_BOXES or y.min() < 0:
        return False
    height, width = size if y.max() > 1 else (1, 1)
    inside = (y[:, ::2] <= width).all() and (y[:, 1::2] <= height).all()
    corners = (y[:, 0] < y[:, 2]).all() and (y[:, 1] < y[:, 3]).all()
    rising = (np.diff(y, axis=1) > 0).all()  # such as quantiles
    return bool(inside and corners and not rising and not np.allclose(y[:, 0] + y[:, 2], width))


def _first_frames(array):
    """Pictures as they are; of films, the first picture of each."""
    return array[:, 0] if array.ndim == 5 else array


def _series_apart(pairs):
    """Runs of series that are cut anew in each draw, beside targets of each step that stay what they are.

    pairs: of each draw (rows, steps, values), and (rows, steps[, values]) for the targets. Returns:
    `(row, what was done to the inputs)`, or ().
    """
    x, y = pairs[0]
    if any(b is None or a.shape != x.shape or b.shape != y.shape for a, b in pairs):
        return ()
    if x.ndim != 3 or y.ndim not in (2, 3) or x.shape[:2] != y.shape[:2] or x.shape[1] < LEAST_STEPS:
        return ()
    found = []
    for row in range(min(len(x), MOST_ROWS)):
        if not (y[row] != y[row][:1]).any():
            continue  # one target for all steps
        for (one, of_one), (other, of_other) in itertools.combinations(pairs, 2):
            away = _steps_away(one[row], other[row])
            if away is None:
                continue
            if np.array_equal(*_in_common(of_one[row], of_other[row], away)):
                return ()
            if np.array_equal(of_one[row], of_other[row]):
                found.append((row, f"cut {plural(abs(away), 'step')} {'further' if away > 0 else 'before'}"))
    return found[0] if len({row for row, _ in found}) >= LEAST else ()


def _steps_away(before, after):
    """By how many steps the second of two runs of one series begins later; None where that cannot be told."""
    for away in range(LEAST - len(before), len(before) - LEAST + 1):
        here, there = _in_common(before, after, away)
        if away and np.array_equal(here, there) and (here != here[:1]).any():
            return away
    return None


def _in_common(before, after, away):
    """What two runs have in common, where the second begins so many steps later: that part of each."""
    return (before[away:], after[: len(after) - away]) if away >= 0 else (before[:away], after[-away:])


def _are_pictures(pairs):
    """Whether both are pictures or volumes of the same place in all draws, and not the same picture."""
    x, y = pairs[0]
    if any(b is None or a.shape != x.shape or b.shape != y.shape for a, b in pairs):
        return False
    if min(x.ndim, y.ndim) < 3 or not len(x) or len(x) != len(y) or not _factor(x[0], y[0]):
        return False
    return not (x.shape == y.shape and np.array_equal(x, y))


def _factor(x, y):
    """How many times larger y is than x, in each of its axes of space; None where it is no such number."""
    if min(x.shape[:2]) < LEAST_SIDE or min(y.shape[:2]) < LEAST_SIDE:
        return None
    down, across = y.shape[0] / x.shape[0], y.shape[1] / x.shape[1]
    whole = down == across and (down.is_integer() or (1 / down).is_integer())
    return down if whole else None


def _apart(x, other_x, y, other_y, left):
    """What was done to a row of x and to that of y, where it is not the same.

    left: points of cuts that may be looked at. Returns: what was done to both, or None, and the points.
    """
    factor = _factor(x, y)
    axes = _axes(x, y, factor)
    of_x, of_y = _done(x, other_x, axes), _done(y, other_y, axes)
    if of_x and not of_y and axes == 2 and y.ndim == 3 and 1 < y.shape[2] <= MOST_CHANNELS:
        of_channels = {
            _done(one, other) for one, other in zip(*(np.moveaxis(part, 2, 0) for part in (y, other_y)))
        }
        of_y = next(
            (of for of in sorted(of_channels) if of and of != of_x), of_x if of_x in of_channels else ""
        )
    if of_x and of_y:
        return ((of_x, of_y) if of_x != of_y and not _is_moved(x, y, axes) else None), 0
    points = int(np.prod(x.shape[:axes]))
    if of_x or points > left:
        return None, 0
    step = _step(x, other_x, axes)
    if step is None:
        return None, points
    wanted = [tuple(factor * k for k in step)]
    wanted += [step] if factor < 1 else []  # a target in the middle of what is seen round it
    if any(_lies(y, other_y, tuple(map(int, k))) is not False for k in wanted if all(map(_is_whole, k))):
        return None, points
    found = [k for k in _steps_of(y, axes) if _lies(y, other_y, k)]
    return ((_told(step), _told(found[0])) if len(found) == 1 else None), points


def _axes(x, y, factor):
    """How many of the first axes are those of space: three of volumes."""
    volumes = min(x.ndim, y.ndim) > 2 and min(x.shape[2], y.shape[2]) > 4
    return 3 if volumes and y.shape[2] == factor * x.shape[2] else 2


def _step(before, after, axes):
    """By how much the second of two cuts of one picture lies further on; None where that cannot be told.

    It is read off points whose values are there once in each, of which there are enough in most pictures.
    """
    shape = before.shape[:axes]
    points = int(np.prod(shape))
    both = np.concatenate([before.reshape(points, -1), after.reshape(points, -1)])
    _, number = np.unique(both, axis=0, return_inverse=True)
    number = number.ravel()
    counts = (
        np.bincount(number[:points], minlength=2 * points),
        np.bincount(number[points:], minlength=2 * points),
    )
    once = np.flatnonzero((counts[0] == 1) & (counts[1] == 1))
    if len(once) < max(LEAST_POINTS, LEAST_OVERLAP * points) / 2:
        return None
    places = [np.argsort(part, kind="stable") for part in (number[:points], number[points:])]
    sorted_ = [part[order] for part, order in zip((number[:points], number[points:]), places)]
    at = [order[np.searchsorted(values, once)] for order, values in zip(places, sorted_)]
    away = np.stack(np.unravel_index(at[0], shape)) - np.stack(np.unravel_index(at[1], shape))
    steps, times = np.unique(away, axis=1, return_counts=True)
    step = tuple(map(int, steps[:, times.argmax()]))
    return step if any(step) and _lies(before, after, step) else None


def _lies(before, after, step):
    """Whether `after` is `before` cut `step` further on; None where they have too little in common to tell."""
    here = tuple(slice(max(k, 0), size + min(k, 0)) for k, size in zip(step, before.shape))
    there = tuple(slice(max(-k, 0), size + min(-k, 0)) for k, size in zip(step, before.shape))
    one, two = before[here], after[there]
    if one.size < max(LEAST_POINTS, LEAST_OVERLAP * before.size) or (one == one.flat[0]).all():
        return None
    return np.array_equal(one, two)


def _steps_of(array, axes):
    """Yield the steps at which two cuts have something in common, where they can be tried."""
    reach = [range(1 - side, side) for side in array.shape[:axes]]
    if np.prod([len(one) for one in reach]) <= MOST_STEPS:
        yield from itertools.product(*reach)


def _is_whole(number):
    return float(number).is_integer()


def _told(step):
    if not any(step):
        return "as it is"
    said = [
        f"{plural(abs(k), noun)} {'further' if k > 0 else 'before'}"
        for k, noun in zip(step, ("slice", "row", "column")[-len(step) :])
        if k
    ]
    return f"cut {' and '.join(said)}"


def _made_of_the_same(x, y):
    """Whether the values of the one are those of the other: two views of one picture, which may differ."""
    few = [np.unique(part) for part in (x, y)]
    return min(map(len, few)) > 16 and np.isin(few[1], few[0]).mean() > 0.5


def _is_moved(x, y, axes):
    """Whether the target is the picture itself, which the model is to put right."""
    return x.shape == y.shape and any(np.array_equal(move(x), y) for move in _moves(x.shape, axes).values())


def _done(before, after, axes=2):
    """The one move that makes `after` of `before`; "" where none does, or several.

    A picture may have been made brighter or darker besides, or a little noisier.
    """
    moves = _moves(before.shape, axes)
    found = [name for name, move in moves.items() if np.array_equal(move(before), after)]
    if not found and before.size <= MOST_EVENED:
        alike = {name: correlation(move(before), after) for name, move in moves.items()}
        best = max(alike, key=alike.get)
        if alike.pop(best) > ALIKE and max(alike.values()) < UNLIKE:
            return best
    return found[0] if len(found) == 1 else ""
