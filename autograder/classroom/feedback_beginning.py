"""How a student's page begins: what was lost and why. And what of the lesson is folded in it."""

import html
import re

from nbgrader.utils import is_grade, is_solution, is_task

from autograder.classroom.students import sentence, words
from autograder.lesson.report import REPORT_TYPE

__all__ = ["STYLE", "TEMPLATE", "beginning", "fold_lesson"]

STYLE = """<style>
.autograder-beginning { max-width: 70em; margin: 0 auto; padding: 0 1em 1em; }
.autograder-lost td:first-child { white-space: nowrap; }
.autograder-lost th, .autograder-lost td { padding: .3em .8em; vertical-align: top; text-align: left; }
details.autograder-lesson { border-left: 3px solid #767676; margin: .6em 0; padding-left: 1em; }
details.autograder-lesson > summary { cursor: pointer; display: list-item; }
@media print { details.autograder-lesson { display: none; } }
</style>"""

TEMPLATE = """{%- extends "index.html.j2" -%}
{%- block any_cell -%}
{%- if cell.metadata.autograder_folds -%}
<details class="autograder-lesson"><summary>{{ cell.metadata.autograder_folds | e }}</summary>
{%- endif -%}
{{ super() }}
{%- if cell.metadata.autograder_folded -%}</details>{%- endif -%}
{%- endblock -%}
"""
"""The course's own template, with folded cells."""
MOST_LETTERS = 300


def beginning(nb, resources):
    """Return HTML that says where points were lost, why, and in which cell; the gradebook's points.

    nb: a graded notebook, whose cells have the gradebook's points in their metadata. resources: what
    nbgrader says of the whole, where it does.
    """
    whole = resources.get("nbgrader", {})
    cells = [cell for cell in nb.cells if is_grade(cell) or is_task(cell)]
    if not cells:
        return ""
    marks = [cell.metadata["nbgrader"] for cell in cells]
    rows = [
        _row(one["grade_id"], _lost(one), _why(cell))
        for cell, one in zip(cells, marks)
        if one.get("waits") or (one.get("score") or 0) < one.get("points", 0)
    ]
    if whole.get("late_penalty"):
        rows.append(_row("", f"−{whole['late_penalty']:g}", "It came late."))
    most = sum(one.get("points", 0) for one in marks)
    score = whole.get("score", sum(one.get("score") or 0 for one in marks))
    head = f"<h2>{max(score, 0):g} of {most:g} points</h2>"
    if not rows:
        return f'<section class="autograder-beginning">{head}<p>Nothing was lost.</p></section>'
    names = "".join(f'<th scope="col">{name}</th>' for name in ("points", "where", "why"))
    return (
        f'<section class="autograder-beginning">{head}<table class="autograder-lost"><thead><tr>{names}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></section>"
    )


def _lost(mark):
    """What is missing to all points of a cell."""
    if mark.get("waits"):
        return f"up to {mark.get('points', 0):g}"
    return f"−{mark.get('points', 0) - (mark.get('score') or 0):g} of {mark.get('points', 0):g}"


def _why(cell):
    """Why points of a cell are missing, in a sentence or two, as text."""
    mark = cell.metadata["nbgrader"]
    if mark.get("waits"):
        return "A person has yet to read it."
    said = _said(cell.get("outputs", []))
    if mark.get("comment"):
        return f"{said} {mark['comment']}".strip()
    return said or "The cell itself says more."


def _said(outputs):
    for output in outputs:
        report = output.get("data", {}).get(REPORT_TYPE)
        if isinstance(report, dict) and report.get("finding"):
            lines = [
                line for line in report.get("lines", [])[:3] if isinstance(line, list) and len(line) == 2
            ]
            told = " ".join(f"{word}: {text}" for word, text in lines)
            return f"{sentence(words(str(report['finding'])))}. {told}"
        if output.get("output_type") == "error":
            return f"{output.get('ename', '')}: {output.get('evalue', '')}"
    return ""


def _row(cell, lost, why):
    where = f'<a href="#{html.escape(cell, quote=True)}">{html.escape(cell)}</a>' if cell else "the whole"
    why = " ".join(why.split())
    shown = why[: 3 * MOST_LETTERS] + (" …" if len(why) > 3 * MOST_LETTERS else "")
    return f'<tr><td>{html.escape(lost)}</td><th scope="row">{where}</th><td>{html.escape(shown)}</td></tr>'


def fold_lesson(nb):
    """Mark in a notebook's cells what of the lesson is folded: its text, and what was not run."""
    for cell in nb.cells:
        cell.metadata.pop("autograder_folds", None)
        cell.metadata.pop("autograder_folded", None)
    run = []
    for cell in [*nb.cells, None]:
        if cell is not None and _is_lesson(cell):
            run.append(cell)
        elif run:
            run[0].metadata["autograder_folds"] = f"The lesson: {_headed(run)}"
            run[-1].metadata["autograder_folded"] = True
            run = []


def _is_lesson(cell):
    if is_grade(cell) or is_solution(cell) or is_task(cell) or cell.get("id") == "repairs":
        return False
    if cell.cell_type == "code":
        return cell.get("execution_count") is None and not cell.get("outputs")
    return True


def _headed(cells):
    """What folded cells are called: their first heading, or how many they are."""
    for cell in cells:
        for line in cell.source.split("\n"):
            if cell.cell_type == "markdown" and line.startswith("#"):
                return re.sub(r"[#`*]", "", line).strip()[:80]
    return f"{len(cells)} cells" if len(cells) > 1 else "a cell"
