"""The page on a class: one HTML file that needs nothing else, made from `templates/report.html`.

What students wrote is text in it, and nothing more: the template escapes all of it, the answers lie in
JSON, and the browser is told to run this package's own script and no other.
"""

import base64
import hashlib
import json
import os
from collections import Counter
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from autograder.classroom import alike, items
from autograder.classroom.students import called, cells, graded, made, mistakes_of, notes, sentence, words
from autograder.classroom.terminal import visible
from autograder.mistakes.exercise import CELL_FAILED, CLASS_MISSING
from autograder.mistakes.finding import CONTRACT
from autograder.mistakes.raised import NOT_STARTED
from autograder.mistakes.registry import MISTAKES

__all__ = ["page"]

TEMPLATES = Path(__file__).with_name("templates")
TO_TEACH = 3
NOT_TO_TEACH = {one.name for one in (NOT_STARTED, CLASS_MISSING, CELL_FAILED)}
"""Who makes one of these has not answered yet."""
MOST_NAMES = 30
"""A list of more students than this is folded."""
SHOWN_LETTERS = 4_000
"""Of an answer; the whole of it is in the submission."""
JUPYTER = "http://localhost:8888"
"""Where JupyterLab answers unless it is told otherwise."""


def page(results, assignment, summary, folder):
    """Return the HTML. results: list of `Submission`. folder: where the page will lie, for its links."""
    made_by = made(results)
    numbers = {name: number for number, (name, _) in enumerate(made_by)}
    known = graded(results)
    columns = cells(results)
    one_notebook = len({notebook for notebook, _ in columns}) < 2
    finals = [result.score.final for result in known]
    bins = items.bins(finals, max((result.score.most for result in known), default=0))
    answers = _Answers([result for _, students in made_by for result in students])
    places = {id(result): number for number, result in enumerate(results)}
    mistakes = [
        _mistake(name, number, students, len(known), answers, places)
        for number, (name, students) in enumerate(made_by)
    ]
    style, script = _file("report.css"), _file("report.js")
    questions = items.questions([result.score for result in known], columns)
    return (
        _environment()
        .get_template("report.html")
        .render(
            assignment=assignment,
            summary=summary,
            style=Markup(style),
            style_hash=_hash(style),
            script=Markup(script),
            script_hash=_hash(script),
            data=Markup(_json({"codes": [visible(code[:SHOWN_LETTERS]) for code in answers.shown]})),
            jupyter=JUPYTER,
            count=len(results),
            graded=len(known),
            columns=[_called(cell, one_notebook) for cell in columns],
            questions=[(_called(one.cell, one_notebook), one) for one in questions],
            fewest=items.FEWEST,
            bins=bins,
            most_in_bin=max((one.count for one in bins), default=0),
            spread=items.spread(finals),
            mistakes=mistakes,
            teach=[_teach(one, folder) for one in mistakes if one["name"] not in NOT_TO_TEACH][:TO_TEACH],
            waiting=_waiting(results),
            most_names=MOST_NAMES,
            states=STATES,
            changed=[
                (number, result, called(cell), before, now)
                for number, result in enumerate(results)
                for cell, before, now in result.changes
            ],
            rows=[
                _row(number, result, columns, numbers, bins, folder) for number, result in enumerate(results)
            ],
        )
    )


def _called(cell, one_notebook):
    """A graded cell as this page calls it: without the notebook, where there is only one."""
    return cell[-1] if one_notebook else called(cell)


def _environment():
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["sentence"] = sentence
    environment.filters["number"] = lambda value: f"{value:g}"
    return environment


def _file(name):
    return (TEMPLATES / name).read_text("utf-8")


def _hash(text):
    """A text as a Content-Security-Policy names it."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _json(value):
    """JSON that ends no `script` element and begins no comment, whatever is in it."""
    text = json.dumps(value)
    for letter in "<>&":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text


class _Answers:
    """The answers of some students, and which of them are alike."""

    def __init__(self, results):
        self.shown, self._places = [], {}
        self._forms = alike.forms(source for result in results for source in result.answers.values())

    def of(self, result, name):
        """The answers in which a student made a mistake: list of sources, of the shortest kind."""
        assignment, keys = result.assignment, []
        for check in result.checks:
            if name in (check["finding"], *check["findings"]):
                cell = check["notebook"], check["cell"]
                keys += [(cell[0], one) for one in assignment.answers.get(cell, [])]
        return [result.answers[key] for key in dict.fromkeys(keys) if key in result.answers]

    def form(self, sources):
        """What the form of several answers together is."""
        return tuple(self._forms[source] for source in sources)

    def place(self, source):
        """The place of a text among those that the page shows."""
        if source not in self._places:
            self._places[source] = len(self.shown)
            self.shown.append(source)
        return self._places[source]


def _mistake(name, number, students, known, answers, places):
    """What the page says of a mistake: who made it, and groups of alike answers, the largest first."""
    groups = {}
    for result in students:
        sources = answers.of(result, name)
        groups.setdefault(answers.form(sources), []).append((result, "\n\n".join(sources)))
    shown = []
    for members in sorted(groups.values(), key=len, reverse=True):
        code = Counter(source for _, source in members).most_common(1)[0][0]
        writer = next(result for result, source in members if source == code)
        check = _check(writer, name)
        told = check["lines"] if check and check["finding"] == name else []
        shown.append(
            {
                "students": [(places[id(result)], result.student) for result, _ in members],
                "code": answers.place(code),
                "said": " ".join(f"{word}: {text}" for word, text in told[:3]),
                "check": check,
                "writer": writer,
            }
        )
    mistake = MISTAKES.get(name)
    return {
        "name": name,
        "words": words(name),
        "number": number,
        "count": len(students),
        "share": len(students) / known,
        "first": sum(result.finding == name for result in students),
        "teach": mistake.teach if mistake else "",
        "rule": mistake.rule if mistake else None,
        "groups": shown,
        "texts": answers.shown,
    }


def _check(result, name):
    """The check of a student that tells of a mistake in its four lines, or one that found it, or None."""
    found = [check for check in result.checks if name in (check["finding"], *check["findings"])]
    return next((check for check in found if check["finding"] == name), found[0] if found else None)


def _teach(mistake, folder):
    """A mistake as it is shown to a class: no names, the shortest of the answers that make it."""
    told = [
        group
        for group in mistake["groups"]
        if group["check"] and group["check"]["finding"] == mistake["name"]
    ]
    group = min(told or mistake["groups"], key=lambda one: (len(mistake["texts"][one["code"]]), one["code"]))
    check, writer = group["check"], group["writer"]
    assignment = writer.assignment
    task = assignment.task(check["notebook"], check["cell"])
    cell, text = _taught_in(assignment, check["notebook"], mistake["rule"]) or task or ("", "")
    lesson = assignment.folder("release") / f"{check['notebook']}.ipynb"
    return {
        **mistake,
        "lines": check["lines"] if check["finding"] == mistake["name"] else [],
        "figure": writer.figure(check["notebook"], check["cell"]) if told else None,
        "code": alike.bare(mistake["texts"][group["code"]])[:SHOWN_LETTERS],
        "cell": cell,
        "text": text,
        "notebook": check["notebook"],
        "lesson": _link(lesson, folder),
        "in_jupyter": f"lab/tree/{_link(lesson, assignment.root)}#cell-id={quote(cell)}",
    }


def _taught_in(assignment, notebook, rule):
    """The instructor's cell that states a rule of the contract: (id, text), or None."""
    sentences = [f"Contract {rule}:", CONTRACT.get(rule, "\0").strip(".")]
    for cell in assignment.released(notebook):
        if cell.cell_type == "markdown":
            plain = cell.source.replace("`", "").replace("*", "")
            if any(sentence in plain for sentence in sentences):
                return cell.get("id", ""), cell.source
    return None


STATES = {
    "waits": "waits for a person's points",
    "problem": "not graded",
    "unjudged": "the autograder could not judge",
    "stopped": "something was stopped",
    "absent": "handed in nothing",
    "late": "lost points for being late",
    "changed": "marks changed",
    "repaired": "notebook repaired",
}
"""What may be said of a student, as one can filter by it."""
FOR_A_PERSON = ("waits", "problem", "unjudged", "stopped")


def _states(result):
    states = {
        "absent": result.is_absent,
        "problem": result.problem,
        "waits": result.score.waits,
        "late": result.score.penalty,
        "changed": result.changes,
        "stopped": result.stopped,
        "repaired": result.repairs,
        "unjudged": any(check["unjudged"] for check in result.checks),
    }
    return [name for name in STATES if states[name]]


def _waiting(results):
    """Who waits for a person, and who handed in nothing: list of (state, words, [(row, student)])."""
    found = {name: [] for name in (*FOR_A_PERSON, "absent")}
    for number, result in enumerate(results):
        for name in _states(result):
            if name in found:
                found[name].append((number, result.student))
    return [(name, STATES[name], students) for name, students in found.items() if students]


def _row(number, result, columns, numbers, bins, folder):
    """What the table says of a student."""
    score, is_graded = result.score, not result.problem and not result.is_absent
    links = []
    if not result.is_absent:
        links.append(("handed in", _link(result.folder, folder) + "/"))
    if result.feedback is not None:
        links.append(("feedback", _link(result.feedback, folder)))
    names = mistakes_of(result) if is_graded else []
    return {
        "number": number,
        "student": result.student,
        "name": score.name,
        "graded": is_graded,
        "absent": result.is_absent,
        "problem": result.problem,
        "final": score.final,
        "most": score.most,
        "marks": [score.marks.get(cell) for cell in columns],
        "mistakes": [(numbers[name], words(name)) for name in names],
        "notes": list(notes(result)) if is_graded else [],
        "lists": [(name, texts) for name, texts in _lists(result) if texts],
        "links": links,
        "formgrader": [
            (name, f"formgrader/submissions/{quote(one)}") for name, one in score.notebooks.items()
        ],
        "seconds": result.seconds,
        "states": " ".join(_states(result)),
        "bin": items.place(score.final, bins) if is_graded and bins else "",
    }


def _lists(result):
    """What happened to a submission, in lists of texts: (what, texts)."""
    unjudged = [f"{check['cell']}: {text}" for check in result.checks for text in check["unjudged"]]
    yield "repaired", result.repairs
    yield "stopped", result.stopped
    yield "not judged", unjudged


def _link(path, folder):
    """The address of a file, from a folder."""
    return quote(os.path.relpath(path, folder).replace(os.sep, "/"), errors="replace")
