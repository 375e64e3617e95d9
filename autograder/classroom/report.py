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

from autograder.display.figure import FAULT, INK, RULE, SERVED
from autograder.classroom.feedback import NOTHING_RUNS
from autograder.classroom.terminal import plain

__all__ = ["changed", "mistakes", "passed", "summary", "table", "write"]


FORMULA = re.compile(r"(^|[;,|\t\r\n])(\s*[=+\-@])")


def mistakes(results):
    """Count the students who made each mistake first: list of (name, number), most first."""
    names = [result.finding for result in results if result.finding]
    return sorted(Counter(names).items(), key=lambda item: (-item[1], item[0]))


def passed(results):
    """For each question the number of students with all its points: list of (topic, number)."""
    counts = {}
    for result in results:
        for check in result.checks:
            full = not check["finding"] and check["points"] >= check["max_points"]
            counts[check["topic"]] = counts.get(check["topic"], 0) + full
    return list(counts.items())


def changed(results):
    """The marks that a regrade changed: list of (student, cell, points before, points now)."""
    return [(result.student, *change) for result in results for change in result.changes]


def words(name):
    """A finding's name as words: "drops tail"."""
    return name.replace("_", " ")


def _graded(results):
    return [result for result in results if not result.problem]


def summary(results):
    """The class in one sentence."""
    graded = _graded(results)
    if not graded:
        return f"{len(results)} submissions, none of which could be graded."
    most = max(result.score.most for result in graded)
    mean = sum(result.score.points for result in graded) / len(graded)
    full = sum(result.score.points >= result.score.most for result in graded)
    text = f"{len(graded)} submissions graded: mean {mean:.1f} of {most:g} points, {full} with all."
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
        if result.problem:
            lines.append(f"{plain(result.student):<{width}}  {'-':>8}  {plain(result.problem)}")
            continue
        points = f"{result.score.points:g} / {result.score.most:g}"
        said = plain(words(result.finding)) or "-"
        if result.changes:
            said += f" (was {result.before.points:g})"
        if result.stopped:
            said += f" (stopped: {len(result.stopped)})"
        lines.append(f"{plain(result.student):<{width}}  {points:>8}  {said}")
    return "\n".join(lines)


def write(results, assignment, folder):
    """Write `index.html` and `results.csv` into a folder. Returns the path of the page."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    _write_csv(results, folder / "results.csv")
    page = folder / "index.html"
    page.write_text(_page(results, assignment, folder), "utf-8", errors="replace")
    return page


def _write_csv(results, path):
    topics = [topic for topic, _ in passed(results)]
    with open(path, "w", newline="", encoding="utf-8", errors="replace") as file:
        writer = csv.writer(file)
        writer.writerow(
            ["student", "points", "max_points", "points_before", "first_finding", *topics,
             "repaired", "stopped", "problem", "seconds"]
        )
        for result in results:
            points = {check["topic"]: check["points"] for check in result.checks}
            row = [
                result.student, f"{result.score.points:g}", f"{result.score.most:g}",
                f"{result.before.points:g}" if result.before.marks else "", result.finding,
                *(f"{points.get(topic, 0):g}" for topic in topics), str(len(result.repairs)),
                str(len(result.stopped)), result.problem, f"{result.seconds:.1f}",
            ]
            writer.writerow(_no_formula(value) for value in row)


def _no_formula(value):
    """A cell in which a spreadsheet finds no formula, wherever it takes a new cell to begin."""
    return FORMULA.sub(r"\1'\2", value)


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
    sentence = "First mistake of each student: " + ", ".join(
        f"{words(name)} {number}" for name, number in counted
    ) + "."
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
        f"<tr><td>{html.escape(topic)}</td><td class='number'>{number} of {len(graded)}</td></tr>"
        for topic, number in passed(results)
    )
    rows = "".join(_row(result, folder) for result in results)
    regraded = "".join(
        f"<tr><td>{html.escape(student)}</td><td>{html.escape(' / '.join(cell))}</td>"
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
<table><thead><tr><th scope="col">student</th><th scope="col" class="number">points</th>
<th scope="col">findings</th><th scope="col" class="number">seconds</th></tr></thead>
<tbody>{rows}</tbody></table>
</main>
</body>
</html>
"""


def _row(result, folder):
    student = html.escape(result.student)
    if result.feedback is not None:
        link = html.escape(os.path.relpath(result.feedback, folder), quote=True)
        student = f"<a href='{link}'>{student}</a>"
    if result.problem:
        cells = f"<td class='number'>–</td><td>Not graded: {html.escape(result.problem)}</td>"
    else:
        said = "".join(_details(check) for check in result.checks if check["finding"])
        said += _folded("repaired", result.repairs) + _folded("stopped", result.stopped)
        points = f"{result.score.points:g} of {result.score.most:g}"
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
