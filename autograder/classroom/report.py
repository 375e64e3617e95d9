"""The report on a class: lines for a terminal, a CSV file, and the page (`report_page`)."""

from pathlib import Path

from autograder.classroom.report_page import page
from autograder.classroom.spreadsheet import write_rows
from autograder.classroom.students import called, cells, changed, graded, notes, words
from autograder.classroom.terminal import plain, visible

__all__ = ["summary", "table", "write"]


def summary(results):
    """The class in one sentence."""
    absent = sum(result.is_absent for result in results)
    results = [result for result in results if not result.is_absent]
    known = graded(results)
    if not known:
        return f"{len(results)} submissions, none of which could be graded."
    now = sum(result.graded_now for result in known)
    most = max(result.score.most for result in known)
    mean = sum(result.score.final for result in known) / len(known)
    full = sum(result.score.final >= result.score.most for result in known)
    text = f"{now} graded, {len(known) - now} unchanged: mean {mean:.1f} of {most:g} points, {full} with all."
    if absent:
        text += f" {absent} handed in nothing."
    waits = sum(bool(result.score.waits) for result in known)
    if waits:
        text += f" {waits} wait for a person's points."
    late = sum(result.score.penalty > 0 for result in known)
    if late:
        text += f" {late} lost points for being late."
    left = len(results) - len(known)
    if left:
        text += f" {left} could not be graded."
    if any(result.before.marks for result in known):
        text += f" Marks that changed: {len(changed(known)) or 'none'}."
    stopped = sum(bool(result.stopped) for result in known)
    forgeable = sorted({check["cell"] for result in known for check in result.checks if check["forgeable"]})
    if forgeable:
        text += (
            f" The points of {', '.join(forgeable)} can be forged: by its metadata the tests run in the "
            "student's own process."
        )
    return text + (f" In {stopped} something was stopped: have a look." if stopped else "")


def table(results):
    """The results as lines of text for a terminal."""
    width = max([len(result.student) for result in results] + [7])
    lines = [f"{'student':<{width}}  {'points':>8}  first finding"]
    for result in results:
        points, said = "-", result.problem or "handed in nothing"
        if not result.problem and not result.is_absent:
            points = f"{result.score.final:g} / {result.score.most:g}"
            said = (words(result.finding) or "-") + "".join(f" ({note})" for note in notes(result))
        lines.append(f"{plain(result.student):<{width}}  {points:>8}  {plain(said)}")
    return "\n".join(lines)


def write(results, assignment, folder):
    """Write `index.html` and `results.csv` into a folder. Returns the path of the page.

    results: list of `Submission`, of the whole class. assignment: its name.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    write_rows(folder / "results.csv", _rows(results))
    path = folder / "index.html"
    text = visible(page(results, assignment, summary(results), folder))
    path.write_text(text, "utf-8", errors="replace")
    return path


PARTS = ("automatic", "manual", "extra", "waits")


def _rows(results):
    """The rows of the CSV file, its head first."""
    columns = list(_columns(results))
    yield [
        "student",
        "name",
        "final",
        "points",
        "max_points",
        "late_penalty",
        "waiting",
        "points_before",
        "first_finding",
        *(" ".join(filter(None, (called(cell), part))) for cell, part in columns),
        "repaired",
        "stopped",
        "problem",
        "seconds",
    ]
    for result in results:
        score = result.score
        counts = score.is_marked or result.is_absent
        yield [
            result.student,
            score.name,
            f"{score.final:g}" if counts else "",
            f"{score.points:g}" if counts else "",
            f"{score.most:g}" if score.marks else "",
            f"{score.penalty:g}",
            len(score.waits),
            f"{result.before.final:g}" if result.before.marks else "",
            result.finding,
            *(_part(score.marks.get(cell), part) for cell, part in columns),
            len(result.repairs),
            len(result.stopped),
            result.problem or ("handed in nothing" if result.is_absent else ""),
            f"{result.seconds:.1f}",
        ]


def _columns(results):
    """The columns of the graded cells: what counts, and the parts that anybody has: (cell, part)."""
    for cell in cells(results):
        yield cell, ""
        marks = [result.score.marks[cell] for result in results if cell in result.score.marks]
        yield from (
            (cell, part) for part in PARTS if any(getattr(mark, part) not in (None, False) for mark in marks)
        )


def _part(mark, part):
    if mark is None:
        return ""
    if not part and not mark.is_given:
        return ""
    value = getattr(mark, part or "points")
    if part == "waits":
        return "yes" if value else ""
    return "" if value is None else f"{value:g}"
