"""Pictures and their targets that are flipped or turned by different draws."""

import numpy as np

__all__ = ["flipped_apart"]

LEAST_SIDE, MOST_ROWS = 3, 16


def _moves(square):
    """`{name: function}` of what may be done to (height, width, ...) without changing a value."""
    moves = {
        "as it is": lambda a: a,
        "flipped left to right": lambda a: a[:, ::-1],
        "flipped upside down": lambda a: a[::-1],
        "turned by half": lambda a: a[::-1, ::-1],
    }
    if square:
        moves |= {
            "turned by a quarter": lambda a: np.rot90(a),
            "turned by three quarters": lambda a: np.rot90(a, 3),
            "transposed": lambda a: a.swapaxes(0, 1),
            "transposed the other way": lambda a: a[::-1, ::-1].swapaxes(0, 1),
        }
    return moves


def flipped_apart(draws):
    """Compare several draws of one batch, row by row.

    draws: `(x, y)` pairs of arrays of one picture and one target a row, (rows, height, width[, ...]).
    Returns: `(row, of x, of y)`, what was done to each since the first draw, of a row where that is
    not the same; or (). Rows that look alike when they are flipped, or that were changed otherwise,
    say nothing.
    """
    (x, y), others = draws[0], draws[1:]
    if not _pictures(x, y):
        return ()
    for row in range(min(len(x), MOST_ROWS)):
        for other_x, other_y in others:
            if other_x.shape != x.shape or other_y.shape != y.shape:
                return ()
            of_x, of_y = _done(x[row], other_x[row]), _done(y[row], other_y[row])
            if of_x and of_y and of_x != of_y and not _is_moved(x[row], y[row]):
                return row, of_x, of_y
    return ()


def _pictures(x, y):
    """Whether both are pictures of one shape, and not the same picture."""
    if x is None or y is None or x.ndim not in (3, 4) or y.ndim not in (3, 4) or not len(x):
        return False
    same = x.shape == y.shape and np.array_equal(x, y)
    return x.shape[:3] == y.shape[:3] and min(x.shape[1:3]) >= LEAST_SIDE and not same


def _is_moved(x, y):
    """Whether the target is the picture itself, which the model is to put right."""
    return x.shape == y.shape and any(
        np.array_equal(move(x), y) for move in _moves(x.shape[0] == x.shape[1]).values()
    )


def _done(before, after):
    """The one move that makes `after` of `before`; "" where none does, or several."""
    moves = _moves(before.shape[0] == before.shape[1])
    found = [name for name, move in moves.items() if np.array_equal(move(before), after)]
    return found[0] if len(found) == 1 else ""
