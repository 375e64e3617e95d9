"""One student's submission: where it lies, what is wrong with it, whether it is due, what it got."""

import copy
import hashlib
import html
import json
import re
import shutil

import nbformat
from nbgrader.utils import determine_grade, is_grade, is_locked

from autograder.classroom.gradebook import Score
from autograder.classroom.handed_in import NotTaken, found_in, problem_with_time, read
from autograder.grading.beside import TIME
from autograder.grading.matching import likeness, source_of
from autograder.grading.rebuild import UNTOLD, asks_for_own_process
from autograder.lesson.report import REPORT_TYPE
from autograder.mistakes.finding import UNJUDGED

__all__ = ["NOTE", "Submission", "answers_in", "checks_in", "figure_in", "points_of"]

NOTE = "sequence_lessons"
"""Where in a graded notebook's metadata it stands what was repaired, and what was stopped."""
GLOB = set("*?[]")
"""A student with one of these in the name would stand for others too: nbgrader looks for files."""


MOST_LETTERS = 100_000
"""Of an answer that is kept for the report on the class."""
FIGURE = re.compile(
    r'<img src="(?P<source>data:image/(?:png|svg\+xml);base64,[A-Za-z0-9+/=]+)" alt="(?P<words>[^"]*)"'
)


class Submission:
    """What a student handed in for an assignment, and what came of it.

    problem: why it was not graded, in one line; else empty. failed_here: whether that is no fault of what
    was handed in. has_raised: whether a test ended with an error that is no assertion's. score, before:
    what the gradebook has (`gradebook.Score`), now and before this run. checks: for each graded cell, in
    order, what its report said: a dict with cell, topic, points, max_points, finding, lines and rules.
    answers: {(notebook, grade id): what the student wrote there}. repairs: what was put right in it.
    stopped: what walls and limits stopped. feedback: the first page of it. seconds: how long it ran.
    graded_now: whether it was graded in this run, and not before. machine: which one ran it, where that
    was another one.

    paths: the notebook files, by the names of the assignment's notebooks. notes: what was found
    otherwise than it should be. content: a word for all that its marks hang on.
    """

    def __init__(self, assignment, student):
        self.assignment, self.student = assignment, student
        self.problem, self.score, self.before = "", Score(student), Score(student)
        self.checks, self.answers, self.repairs, self.stopped = [], {}, [], []
        self.feedback, self.seconds, self.graded_now = None, 0.0, False
        self.is_absent, self.machine = False, ""
        self.failed_here = self.has_raised = False
        self.paths, self.notes, self.content = {}, [], ""
        self.cells, self.files, self.rebuilt, self.ran = {}, {}, {}, {}

    @property
    def folder(self):
        """Where it was handed in."""
        return self.assignment.folder("submitted", self.student)

    @property
    def graded_folder(self):
        """Where nbgrader puts the graded notebooks."""
        return self.assignment.folder("autograded", self.student)

    @property
    def feedback_folder(self):
        """Where the pages for the student are."""
        return self.assignment.folder("feedback", self.student)

    @property
    def finding(self):
        """The name of the first mistake; empty if there is none."""
        return next((check["finding"] for check in self.checks if check["finding"]), "")

    @property
    def changes(self):
        """The marks that are not what they were before: list of (cell, before, now)."""
        if not self.before.marks:
            return []
        old, new = (
            {cell: mark.points for cell, mark in score.marks.items()} for score in (self.before, self.score)
        )
        pairs = [(cell, old.get(cell, 0), new.get(cell, 0)) for cell in {**old, **new}]
        return [(cell, before, now) for cell, before, now in pairs if before != now]

    def open(self):
        """Find and read what was handed in. Sets `problem`, or `paths`, `cells`, `notes` and `content`."""
        try:
            self._open()
        except NotTaken as error:
            self.problem = str(error)

    def _open(self):
        student = self.student
        if set(student) & GLOB or not student.isprintable() or student != student.strip():
            raise NotTaken(
                "Its folder has a name that nbgrader cannot use. Rename it: letters, digits, - and _."
            )
        for part in (self.folder.parent, self.folder):
            if part.is_symlink() or not part.is_dir():
                raise NotTaken(f"{part.name} is no ordinary folder. Put the student's own folder there.")
        self.paths, self.notes = found_in(self.folder, self.assignment.notebooks)
        self.cells = {name: read(path).cells for name, path in self.paths.items()}
        for name, cells in self.cells.items():
            released = self.assignment.released(name)
            known, alike = likeness(cells, released)
            if not alike:
                raise NotTaken(
                    f"{self.paths[name].name} looks like another notebook: {known} of the {len(released)} cells "
                    "of the assignment are in it, and no answer. Ask for the right file."
                )
        problem = problem_with_time(self.folder / TIME)
        if problem:
            raise NotTaken(problem)
        self.files, notes = self.assignment.files_of(next(iter(self.paths.values())).parent)
        self.notes += notes
        self.content = self._hash()

    def _hash(self):
        """A word for all that its marks hang on: what was handed in, when, and the tests."""
        parts = {f"notebook {name}": path.read_bytes() for name, path in self.paths.items()}
        parts |= {f"file {name}": content for name, content in self.files.items()}
        time = self.folder / TIME
        parts["time"] = time.read_bytes() if time.is_file() else b""
        whole = hashlib.sha256(self.assignment.content.encode())
        for name, content in sorted(parts.items()):
            whole.update(f"{name} {len(content)}\n".encode("utf-8", "surrogateescape") + content)
        return whole.hexdigest()

    @property
    def is_due(self):
        """Whether it is to be graded: what was handed in, or the tests, are not what was graded."""
        notes = [self._note(name) for name in self.paths]
        graded = all(note.get("finished") and note.get("content") == self.content for note in notes)
        return not (graded and self.before.marks)

    def _note(self, name):
        try:
            text = (self.graded_folder / f"{name}.ipynb").read_text("utf-8")
            note = json.loads(text)["metadata"].get(NOTE, {})
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}
        return note if isinstance(note, dict) else {}

    def rebuild(self, name):
        """The released notebook with the student's cells and all tests: `(cells, repairs)`. Made once."""
        if name not in self.rebuilt:
            self.rebuilt[name] = self.assignment.rebuilt(name, self.cells[name])
        return self.rebuilt[name]

    def run(self, engine, name):
        """Run one of its notebooks: `grading.execute.Ran`, also in `ran`."""
        assignment = self.assignment
        cells = copy.deepcopy(self.rebuild(name)[0])
        self.ran[name] = engine.run(cells, assignment.asked(name), self.files, assignment.files)
        self.machine = self.ran[name].machine
        self.has_raised |= any(map(_has_raised, self.ran[name].cells))
        return self.ran[name]

    def forget(self):
        """Take away what was graded, so that it is due again."""
        shutil.rmtree(self.graded_folder, ignore_errors=True)

    def close(self):
        """Let go of what was read and run."""
        self.cells, self.files, self.rebuilt, self.ran = {}, {}, {}, {}

    def figure(self, notebook, cell):
        """What `figure_in` finds in one of its graded notebooks."""
        try:
            text = (self.graded_folder / f"{notebook}.ipynb").read_text("utf-8")
            return figure_in(json.loads(text), cell)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def read_back(self):
        """Take the findings from the graded notebooks, and the points of each from the gradebook."""
        if not self.score.marks:
            self.problem = "It is not graded yet: it has no marks in the gradebook."
            return
        for name in self.assignment.notebooks:
            path = self.graded_folder / f"{name}.ipynb"
            if not path.is_file():
                continue
            notebook = json.loads(path.read_text("utf-8"))
            for check in checks_in(notebook):
                mark = self.score.marks.get((name, check["cell"]))
                points = {} if mark is None else {"points": mark.points, "max_points": mark.most}
                self.checks.append({**check, **points, "notebook": name})
            self.answers |= {(name, cell): source for cell, source in answers_in(notebook).items()}
            note = notebook["metadata"].get(NOTE, {})
            self.repairs += note.get("repairs", [])
            self.stopped += [*note.get("stopped", []), *note.get("tried", [])]
            self.seconds += note.get("seconds", 0.0)
        pages = [self.feedback_folder / f"{name}.html" for name in self.assignment.notebooks]
        self.feedback = next((page for page in pages if page.is_file()), None)


def _has_raised(cell):
    """Whether a graded cell of tests ended with an error, other than that of an `assert`."""
    errors = [output.ename for output in cell.get("outputs", []) if output.output_type == "error"]
    return is_grade(cell) and is_locked(cell) and any(name != "AssertionError" for name in errors)


def answers_in(notebook):
    """What was written into the cells that ask for an answer: {grade id: source}, long ones cut."""
    return {
        str(cell["metadata"]["nbgrader"].get("grade_id", "")): source_of(cell)[:MOST_LETTERS]
        for cell in notebook.get("cells", [])
        if cell.get("metadata", {}).get("nbgrader", {}).get("solution")
    }


def figure_in(notebook, name):
    """The figure that a graded cell's report shows: (source of the `img`, its words), or None.

    Of the HTML, which was made harmless, only an image that holds its own bytes is taken.
    """
    for cell in notebook.get("cells", []):
        if cell.get("metadata", {}).get("nbgrader", {}).get("grade_id") != name:
            continue
        for output in cell.get("outputs", []):
            text = output.get("data", {}).get("text/html", "")
            found = FIGURE.search("".join(text) if isinstance(text, list) else str(text))
            if found:
                return found["source"], html.unescape(found["words"])
    return None


def checks_in(notebook):
    """Read what the reports in a graded notebook said. Nothing in it is trusted to be well formed."""
    checks = []
    for cell in notebook.get("cells", []):
        if not cell.get("metadata", {}).get("nbgrader", {}).get("grade"):
            continue
        marks = cell["metadata"]["nbgrader"]
        name = str(marks.get("grade_id", ""))
        check = {
            "cell": name,
            "topic": name,
            "finding": "",
            "findings": [],
            "lines": [],
            "rules": [],
            "points": points_of(cell),
            "max_points": marks["points"],
            "unjudged": [],
            "forgeable": asks_for_own_process(cell),
        }
        for output in cell.get("outputs", []):
            said = output.get("data", {}).get(REPORT_TYPE)
            if isinstance(said, dict):
                check["topic"] = str(said.get("topic", ""))[:80]
                check["finding"] = str(said.get("finding", ""))[:60]
                check["findings"] = [str(name)[:60] for name in _list(said.get("findings"))[:50]]
                check["unjudged"] = [str(text)[:300] for text in _list(said.get("unjudged"))[:5]]
                check["lines"] = _lines(said)
                check["rules"] = [
                    (str(rule.get("rule", ""))[:200], str(rule.get("finding", ""))[:60], _lines(rule))
                    for rule in _list(said.get("rules"))[:50]
                    if isinstance(rule, dict)
                ]
            elif output.get("output_type") == "error":
                check["finding"] = check["finding"] or str(output.get("ename", "error"))[:60]
        if untold := cell["metadata"].get(UNTOLD):
            check |= {"finding": UNJUDGED.name, "unjudged": [str(untold)[:300]]}
        checks.append(check)
    return checks


def points_of(cell):
    """The points that nbgrader gives to a cell for its outputs; 0 where a person gives them.

    What was written to stderr costs none: see `preprocessors.StderrIsNoError`. Where the tests cannot tell,
    a person gives them.
    """
    if UNTOLD in cell.get("metadata", {}):
        return 0
    cell = nbformat.from_dict({**cell, "source": source_of(cell)})
    for output in cell.get("outputs", []):
        if output.output_type == "stream":
            output.name = "stdout"
    try:
        return determine_grade(cell)[0] or 0
    except (ValueError, KeyError):  # more points than there are, or none that can be read
        return 0


def _lines(said):
    """The four lines of a report, or of one of its rules: list of (word, text)."""
    return [
        (str(line[0])[:20], str(line[1])[:1000])
        for line in _list(said.get("lines"))[:4]
        if isinstance(line, list) and len(line) == 2
    ]


def _list(value):
    return value if isinstance(value, list) else []
