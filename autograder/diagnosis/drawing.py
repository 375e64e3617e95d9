"""What the figure shows of an observed object."""

from autograder.diagnosis.coverage import main_reading
from autograder.display.reading import ReadingFigure

__all__ = ["figure_of"]


def figure_of(record, reads):
    """The figure of a `Record`. reads: `Reads` of its first epoch, or None."""
    sizes = {b.index: None if b.problem else b.rows for b in record.epochs[0].batches}
    rows = [size for size in sizes.values() if size]
    usual = max(set(rows), key=rows.count) if rows else 0
    common = {"name": record.name, "count": record.count, "sizes": sizes, "usual": usual}
    reading = main_reading(record, reads) if reads is not None else None
    if reading is None or record.background:
        return ReadingFigure(**common)
    times = tuple(reading.times.get(place, 0) for place in range(reading.held.n))
    whole = len(reads.batches) == record.count
    return ReadingFigure(**common, source=reading.held.name, n=reading.held.n, times=times, whole=whole)
