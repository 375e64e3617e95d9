"""The report on a class: one HTML page that needs nothing else, and the same as CSV."""

import base64
import csv
import html
import io
import os
import re
from collections import Counter
from pathlib import Path

from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from autograder.classroom.feedback import NOTHING_RUNS, visible
from autograder.classroom.terminal import plain
from autograder.display.figure import FAULT, INK, RULE, SERVED

__all__ = ["changed", "mistakes", "passed", "summary", "table", "write"]


FORMULA = re.compile(r"(^|[;,|\t\r\n])(\s*[=+\-@])")


def mistakes(results):
    """Count the students who made each mistake first: list of (name, number), most first."""
    names = [result.finding for result in results if result.finding]
    return sorted(Counter(names).items(), key=lambda item: (-item[1], item[0]))


def cells(results):
    """The graded cells of the assignment, in its order: list of (notebook, grade id)."""
    had = {cell for result in results for cell in result.score.marks}
    known = results[0].assignment.cells if results else []
    return [*known, *sorted(had - set(known))]


def passed(results):
    """For each graded cell the number of students with all its points: list of (cell, number)."""
    marks = {cell: [result.score.marks.get(cell) for result in _graded(results)] for cell in cells(results)}
    return [
        (cell, sum(mark is not None and not mark.waits and mark.points >= mark.most for mark in of_all))
        for cell, of_all in marks.items()
    ]


def changed(results):
    """The marks that a regrade changed: list of (student, cell, points before, points now)."""
    return [(result.student, *change) for result in results for change in result.changes]


def words(name):
    """A finding's name as words: "drops tail"."""
    return name.replace("_", " ")


def called(cell):
    """A graded cell as it is called in tables: "notebook / grade id"."""
    return " / ".join(cell)


def _graded(results):
    return [result for result in results if not result.problem and not result.is_absent]


def summary(results):
    """The class in one sentence."""
    absent = sum(result.is_absent for result in results)
    results = [result for result in results if not result.is_absent]
    graded = _graded(results)
    if not graded:
        return f"{len(results)} submissions, none of which could be graded."
    now = sum(result.graded_now for result in graded)
    most = max(result.score.most for result in graded)
    mean = sum(result.score.final for result in graded) / len(graded)
    full = sum(result.score.final >= result.score.most for result in graded)
    text = (
        f"{now} graded, {len(graded) - now} unchanged: mean {mean:.1f} of {most:g} points, {full} with all."
    )
    if absent:
        text += f" {absent} handed in nothing."
    waits = sum(bool(result.score.waits) for result in graded)
    if waits:
        text += f" {waits} wait for a person's points."
    late = sum(result.score.penalty > 0 for result in graded)
    if late:
        text += f" {late} lost points for being late."
    left = len(results) - len(graded)
    if left:
        text += f" {left} could not be graded."
    if any(result.before.marks for result in graded):
        text += f" Marks that changed: {len(changed(graded)) or 'none'}."
    stopped = sum(bool(result.stopped) for result in graded)
    forgeable = sorted({check["cell"] for result in graded for check in result.checks if check["forgeable"]})
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
            said = (words(result.finding) or "-") + "".join(f" ({note})" for note in _notes(result))
        lines.append(f"{plain(result.student):<{width}}  {points:>8}  {plain(said)}")
    return "\n".join(lines)


def _notes(result):
    """What there is to say beside the points of a student, in a few words each."""
    if result.changes:
        yield f"was {result.before.final:g}"
    if result.score.penalty:
        yield f"late: -{result.score.penalty:g}"
    if result.score.waits:
        yield f"waiting for a person: {len(result.score.waits)}"
    if result.stopped:
        yield f"stopped: {len(result.stopped)}"


def write(results, assignment, folder):
    """Write `index.html` and `results.csv` into a folder. Returns the path of the page."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    _write_csv(results, folder / "results.csv")
    page = folder / "index.html"
    page.write_text(visible(_page(results, assignment, folder)), "utf-8", errors="replace")
    return page


def _write_csv(results, path):
    columns = list(_columns(results))
    with open(path, "w", newline="", encoding="utf-8", errors="replace") as file:
        writer = csv.writer(file)
        writer.writerow(
            map(
                _no_formula,
                [
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
                ],
            )
        )
        for result in results:
            score, counts = result.score, bool(result.score.marks)
            row = [
                result.student,
                score.name,
                f"{score.final:g}",
                f"{score.points:g}",
                f"{score.most:g}" if counts else "",
                f"{score.penalty:g}",
                str(len(score.waits)),
                f"{result.before.final:g}" if result.before.marks else "",
                result.finding,
                *(_part(score.marks.get(cell), part) for cell, part in columns),
                str(len(result.repairs)),
                str(len(result.stopped)),
                result.problem or ("handed in nothing" if result.is_absent else ""),
                f"{result.seconds:.1f}",
            ]
            writer.writerow(map(_no_formula, row))


PARTS = ("automatic", "manual", "extra", "waits")


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
    value = getattr(mark, part or "points")
    if part == "waits":
        return "yes" if value else ""
    return "" if value is None else f"{value:g}"


def _no_formula(value):
    """A cell in which a spreadsheet finds no formula, wherever it takes a new cell to begin."""
    return FORMULA.sub(r"\1'\2", visible(value))


def _chart(results):
    """Draw how many students made which mistake. Returns (HTML, sentence)."""
    counted = mistakes(results)
    if not counted:
        return "", "Nobody made a mistake."
    figure = Figure(figsize=(7.2, 0.5 + 0.3 * len(counted)), dpi=110, facecolor="white")
    axes = figure.subplots()
    names = [words(name) for name, _ in counted][::-1]
    numbers = [number for _, number in counted][::-1]
    bars = axes.barh(names, numbers, color=SERVED, height=0.65)
    bars[-1].set_color(FAULT)
    axes.bar_label(bars, padding=3, fontsize=9, color=INK)
    axes.set_xlim(0, max(numbers) * 1.15)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.tick_params(colors=INK, labelsize=9, length=2)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(RULE)
    axes.set_xlabel("students", fontsize=9, color=INK)
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", bbox_inches="tight")
    code = base64.b64encode(buffer.getvalue()).decode()
    sentence = (
        "First mistake of each student: "
        + ", ".join(f"{words(name)} {number}" for name, number in counted)
        + "."
    )
    alt = html.escape(f"Bar chart. {sentence}", quote=True)
    return f'<img src="data:image/png;base64,{code}" alt="{alt}">', sentence


_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; color: #262626; max-width: 60rem; margin: 2rem auto;
  padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem;
  border-bottom: 1px solid #d0d0d0; }
td.number, th.number { text-align: right; white-space: nowrap; }
img { max-width: 100%; }
summary { cursor: pointer; }
"""


def _page(results, assignment, folder):
    chart, sentence = _chart(results)
    graded = _graded(results)
    questions = "".join(
        f"<tr><td>{html.escape(called(cell))}</td><td class='number'>{number} of {len(graded)}</td></tr>"
        for cell, number in passed(results)
    )
    rows = "".join(_row(result, folder) for result in results)
    regraded = "".join(
        f"<tr><td>{html.escape(student)}</td><td>{html.escape(called(cell))}</td>"
        f"<td class='number'>{before:g}</td><td class='number'>{now:g}</td></tr>"
        for student, cell, before, now in changed(results)
    )
    if regraded:
        regraded = f"""<h2>Which marks changed</h2>
<table><thead><tr><th scope="col">student</th><th scope="col">question</th>
<th scope="col" class="number">before</th><th scope="col" class="number">now</th></tr></thead>
<tbody>{regraded}</tbody></table>"""
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
{NOTHING_RUNS}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{html.escape(assignment)}: the class</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
<h1>{html.escape(assignment)}: the class</h1>
<p>{html.escape(summary(results))}</p>
<h2>Which mistakes</h2>
{chart}
<p>{html.escape(sentence)}</p>
<h2>Which questions</h2>
<table><thead><tr><th scope="col">question</th><th scope="col" class="number">all points</th></tr>
</thead><tbody>{questions}</tbody></table>
{regraded}
<h2>Each student</h2>
<table><thead><tr><th scope="col">student</th><th scope="col" class="number">final</th>
<th scope="col">findings</th><th scope="col" class="number">seconds</th></tr></thead>
<tbody>{rows}</tbody></table>
<h2>Each cell</h2>
{_cell_table(results)}
</main>
</body>
</html>
"""


def _cell_table(results):
    """All points of all students, as the gradebook has them."""
    columns = list(_columns(results))
    head = "".join(
        f"<th scope='col' class='number'>{html.escape(' '.join(filter(None, (called(cell), part))))}</th>"
        for cell, part in columns
    )
    rows = "".join(
        f"<tr><th scope='row'>{_who(result)}</th>"
        + "".join(
            f"<td class='number'>{_part(result.score.marks.get(cell), part)}</td>" for cell, part in columns
        )
        + f"<td class='number'>{result.score.penalty:g}</td><td class='number'>{result.score.final:g}</td></tr>\n"
        for result in results
    )
    return (
        f"<table><thead><tr><th scope='col'>student</th>{head}<th scope='col' class='number'>late penalty</th>"
        f"<th scope='col' class='number'>final</th></tr></thead><tbody>{rows}</tbody></table>"
    )


def _who(result):
    """A student's id, and the name, as HTML."""
    name = f" ({result.score.name})" if result.score.name else ""
    return html.escape(f"{result.student}{name}")


def _row(result, folder):
    student = _who(result)
    if result.feedback is not None:
        link = html.escape(os.path.relpath(result.feedback, folder), quote=True)
        student = f"<a href='{link}'>{student}</a>"
    if result.is_absent:
        cells = "<td class='number'>–</td><td>Handed in nothing.</td>"
    elif result.problem:
        cells = f"<td class='number'>–</td><td>Not graded: {html.escape(result.problem)}</td>"
    else:
        said = "".join(_details(check) for check in result.checks if check["finding"])
        said += _folded("repaired", result.repairs) + _folded("stopped", result.stopped)
        said += "".join(f" {html.escape(note)}." for note in _notes(result))
        points = f"{result.score.final:g} of {result.score.most:g}"
        cells = f"<td class='number'>{points}</td><td>{said or 'none'}</td>"
    return f"<tr><td>{student}</td>{cells}<td class='number'>{result.seconds:.1f}</td></tr>\n"


def _folded(name, texts):
    if not texts:
        return ""
    items = "".join(f"<li>{html.escape(str(text))}</li>" for text in texts)
    return f"<details><summary>{name}: {len(texts)}</summary><ul>{items}</ul></details>"


def _details(check):
    lines = "".join(
        f"<li><b>{html.escape(word)}</b> {html.escape(said)}</li>" for word, said in check["lines"]
    )
    head = f"{check['topic']} {check['points']:g} of {check['max_points']:g}: {words(check['finding'])}"
    return f"<details><summary>{html.escape(head)}</summary><ul>{lines}</ul></details>"
