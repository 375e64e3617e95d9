"""What is asked of the submissions of a class: who is graded, who made which mistake, what there is to say."""

from autograder.mistakes.finding import UNJUDGED

__all__ = ["called", "cells", "changed", "graded", "made", "mistakes_of", "notes", "sentence", "words"]


def graded(results):
    """Those who have marks."""
    return [result for result in results if not result.problem and not result.is_absent]


def cells(results):
    """The graded cells of the assignment, in its order: list of (notebook, grade id)."""
    had = {cell for result in results for cell in result.score.marks}
    known = results[0].assignment.cells if results else []
    return [*known, *sorted(had - set(known))]


def changed(results):
    """The marks that a regrade changed: list of (student, cell, points before, points now)."""
    return [(result.student, *change) for result in results for change in result.changes]


def mistakes_of(result):
    """The names of all mistakes of a student, each once, in order; none where the autograder failed."""
    names = [name for check in result.checks for name in (check["finding"], *check["findings"])]
    return [name for name in dict.fromkeys(names) if name and name != UNJUDGED.name]


def made(results):
    """Who made which mistake at all: list of (name, list of `Submission`), the commonest first."""
    found = {}
    for result in graded(results):
        for name in mistakes_of(result):
            found.setdefault(name, []).append(result)
    return sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))


def notes(result):
    """What there is to say beside the points of a student, in a few words each."""
    if result.changes:
        yield f"was {result.before.final:g}"
    if result.score.penalty:
        yield f"late: -{result.score.penalty:g}"
    if result.score.waits:
        yield f"waiting for a person: {len(result.score.waits)}"
    if result.stopped:
        yield f"stopped: {len(result.stopped)}"


def words(name):
    """A finding's name as words: "drops tail"."""
    return name.replace("_", " ")


def sentence(text):
    """A text with a large first letter, and the others as they are."""
    return text[:1].upper() + text[1:]


def called(cell):
    """A graded cell as it is called in tables: "notebook / grade id"."""
    return " / ".join(cell)
