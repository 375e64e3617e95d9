"""What is cut out of items, such as tiles of pictures or slices of volumes, and what is left over at their end."""

from autograder.diagnosis.finding import LOSES, finding

__all__ = ["cuts_of", "left_over"]

LEAST_AXES, LEAST_STARTS = 3, 2
MOST_PLACES = 2_000
"""Items that are cut at more places are cut anywhere."""


def cuts_of(key, shape):
    """Yield `(axis, start, stop)` of what a key cuts of the items of an array, along each of their axes.

    Whatever is taken by a list of places, or by a mask, is left out.
    """
    if (
        not isinstance(key, tuple)
        or len(shape) < LEAST_AXES
        or any(part is None or part is ... for part in key)
    ):
        return
    for axis, part in enumerate(key[1:], 1):
        if isinstance(part, slice) and axis < len(shape):
            start, stop, step = part.indices(shape[axis])
            if step == 1 and start < stop:
                yield axis, start, stop
        elif isinstance(part, int) or (hasattr(part, "ndim") and part.ndim == 0):
            place = int(part) % shape[axis] if axis < len(shape) and shape[axis] else 0
            yield axis, place, place + 1


def left_over(record):
    """Yield a finding, or a question as text, about the end of items of which one more piece could be cut."""
    for name, (shape, places) in record.cuts.items():
        over = {}
        for axis, cuts in places.items():
            size = _size_of_pieces(cuts)
            end = max(stop for _, stop in cuts)
            if size and shape[axis] - end >= size:
                over[axis] = size, end
        if not over:
            continue
        said = " and ".join(f"from {end} on along axis {axis}" for axis, (_, end) in over.items())
        fits = f"one more piece of {' and '.join(str(size) for size, _ in over.values())} would fit there"
        if all(size > 1 and shape[axis] - end == size for axis, (size, end) in over.items()):
            yield finding(
                "never_read",
                LOSES,
                f"of each item of {name} what lies {said} is in no piece, and {fits}",
                "the ends of the items are never served",
                asked=f"pieces of all that there is of an item, which has shape {tuple(shape[1:])}",
                attribute=name,
                line=record.line_of(name),
                hint="A range ends before its stop: range(0, size - piece + 1, piece) has the last piece too.",
            )
        else:
            yield f"Is it meant that of each item of {name} what lies {said} is in no piece? {fits.capitalize()}."
        return


def _size_of_pieces(cuts):
    """The size of pieces that lie side by side from the beginning; 0 where they are no such pieces."""
    starts = sorted({start for start, _ in cuts})
    sizes = {stop - start for start, stop in cuts}
    if len(sizes) != 1 or len(starts) < LEAST_STARTS or len(starts) > MOST_PLACES or starts[0]:
        return 0
    size = sizes.pop()
    return size if starts == [place * size for place in range(len(starts))] else 0
