"""A class of invented students for the report, made as records: nothing is graded, nothing is run."""

import random
from pathlib import Path
from types import SimpleNamespace

import nbformat

from autograder.classroom.gradebook import Mark, Score
from autograder.classroom.known import known_classes
from autograder.classroom.submission import Submission

__all__ = ["NOTEBOOK", "invented_class"]

NOTEBOOK = "lesson"
CELLS = [(NOTEBOOK, f"check-{name}") for name in ("length", "batches", "epochs", "words")]
MOST = (3, 3, 4, 2)
FIGURE = ("data:image/png;base64,iVBORw0KGgo=", "Bar chart of samples per batch index.")


def invented_assignment(root):
    """What the report asks of an assignment."""
    cell = nbformat.v4.new_markdown_cell("The exercise.\n\nContract 1: len is rounded up.", id="contract")
    return SimpleNamespace(
        name="ps1",
        root=Path(root),
        cells=CELLS,
        answers={cell: ["data-generator"] for cell in CELLS},
        task=lambda notebook, name: ("exercise", "Write the class."),
        released=lambda notebook: [cell],
        folder=lambda step, student=".": Path(root) / step / student / "ps1",
    )


def invented_class(root, count, seed=0):
    """Make submissions, `count` of them: a list of `Submission`, the same for the same seed.

    Of each twenty one handed in nothing, one cannot be graded, one is late, and one waits for a person.
    """
    rng = random.Random(seed)
    assignment = invented_assignment(root)
    wrong = [known for known in known_classes("wrong") if known.lesson == 1]
    right = [known for known in known_classes("right") if known.lesson == 1]
    common = rng.sample(wrong, 12)
    return [
        _student(
            rng, assignment, number, rng.choice(common if rng.random() < 0.8 else wrong), rng.choice(right)
        )
        for number in range(count)
    ]


def _student(rng, assignment, number, wrong, right):
    result = Submission(assignment, f"s{number:05}")
    result.figure = lambda notebook, cell: FIGURE
    strength = rng.random()
    name = {"first_name": rng.choice("Ada Ben Chen Dora".split()), "last_name": f"N{number}"}
    result.score = score = Score(result.student, **name)
    if number % 20 == 19:
        result.is_absent = True
        return result
    if number % 20 == 18:
        result.problem = "It is no notebook (line 1): ask for it again."
        return result
    score.handed_in, score.notebooks = True, {NOTEBOOK: f"{number:032x}"}
    score.penalty = 1.0 if number % 20 == 17 else 0.0
    known = right if strength > 0.6 else wrong
    for cell, most in zip(CELLS, MOST):
        points = float(most if rng.random() < strength + 0.2 else rng.randrange(most))
        score.marks[cell] = Mark(points, None, None, float(most), False)
    if number % 20 == 16:
        score.marks[CELLS[-1]] = Mark(None, None, None, float(MOST[-1]), True)
    # alike, but not the same: a name and a comment of the student's own
    source = known.source.replace("self.batch_size", f"self.b{number % 7}") + f"\n# {result.student}"
    result.answers = {(NOTEBOOK, "data-generator"): source}
    lines = [("Asked", "len(gen) == 2."), ("Received", "1."), ("So", "sample 2 is never served.")]
    for cell in CELLS[:3]:
        finding = known.finding if score.marks[cell].points < score.marks[cell].most else ""
        check = {"cell": cell[1], "notebook": NOTEBOOK, "topic": cell[1], "finding": finding}
        check |= {"findings": [finding] if finding else [], "lines": lines if finding else []}
        check |= {"unjudged": [], "forgeable": False, "points": 0, "max_points": 1}
        result.checks.append(check)
    result.seconds = 1.5
    result.graded_now = True
    return result
