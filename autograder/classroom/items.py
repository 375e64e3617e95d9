"""What the marks of a class say of its questions, and how they are spread: pure, on `gradebook.Score`s."""

import math
from dataclasses import dataclass
from statistics import StatisticsError, correlation, quantiles

__all__ = ["FEWEST", "Bin", "Question", "bins", "place", "questions", "spread"]

FEWEST = 10
"""Of fewer students no correlation is told: it would be chance."""
MOST_BINS = 20


@dataclass(frozen=True)
class Question:
    """One graded cell in the class.

    cell: (notebook, grade id). marked: students whose points for it are given. right: how many of them
    have all. mean: the mean part of its points, 0 to 1; None where nobody has any. tells: its corrected
    item-total correlation, -1 to 1; None where that cannot be told.
    """

    cell: tuple
    marked: int
    right: int
    mean: float | None
    tells: float | None


@dataclass(frozen=True)
class Bin:
    """From `low` on, up to but not including `high` (None: all points, or more), so many students."""

    low: float
    high: float | None
    count: int = 0

    @property
    def label(self):
        """It in words: "8", "20 to under 25", "all 10"."""
        if self.high is None:
            return f"all {self.low:g}"
        return f"{self.low:g} to under {self.high:g}"


def questions(scores, cells):
    """Look at each of some graded cells: list of `Question`. scores: of those who have marks."""
    return [_question(scores, cell) for cell in cells]


def _question(scores, cell):
    marks = [score.marks[cell] for score in scores if cell in score.marks and not score.marks[cell].waits]
    most = max((mark.most for mark in marks), default=0)
    return Question(
        cell,
        len(marks),
        sum(mark.points >= mark.most for mark in marks),
        sum(mark.points for mark in marks) / len(marks) / most if most else None,
        _tells(scores, cell),
    )


def _tells(scores, cell):
    """Pearson's correlation of a cell's points with the sum of all others', its own left out.

    Only who waits for nobody's points is counted. S. Henrysson, Correction of item-total correlations in
    item analysis, Psychometrika 28 (1963), 211-218.
    """
    pairs = [
        (score.marks[cell].points, score.points - score.marks[cell].points)
        for score in scores
        if cell in score.marks and not score.waits
    ]
    if len(pairs) < FEWEST:
        return None
    try:
        return correlation(*zip(*pairs))
    except StatisticsError:  # all have the same
        return None


def bins(finals, most):
    """How the final points are spread: list of `Bin`, of at most 21, the lowest first."""
    if not most:
        return []
    width = next(
        size for power in range(12) for step in (1, 2, 5) if most / (size := step * 10**power) <= MOST_BINS
    )
    edges = [k * width for k in range(math.ceil(most / width))]
    found = [Bin(low, min(low + width, most)) for low in edges] + [Bin(most, None)]
    counts = [0] * len(found)
    for final in finals:
        counts[place(final, found)] += 1
    return [Bin(one.low, one.high, count) for one, count in zip(found, counts)]


def place(final, found):
    """The index of the bin that final points are in."""
    return max(0, sum(one.low <= final for one in found) - 1)


def spread(finals):
    """The quarters of the class: (points below which a quarter is, the median, three quarters)."""
    if len(finals) < 2:
        return None
    return tuple(quantiles(finals, n=4, method="inclusive"))
