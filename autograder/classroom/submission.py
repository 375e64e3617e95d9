"""One student's submission: where it lies, what is wrong with it, whether it is due, what it got."""

import json

from autograder.classroom.gradebook import Score
from autograder.classroom.handed_in import problem_with_file, problem_with_time
from autograder.grading.rebuild import asks_for_own_process
from autograder.lesson.report import REPORT_TYPE

__all__ = ["NOTE", "Submission", "checks_in"]

NOTE = "sequence_lessons"
"""Where in a graded notebook's metadata it stands what was repaired, and what was stopped."""
GLOB = set("*?[]")
"""A student with one of these in the name would stand for others too: nbgrader looks for files."""


class Submission:
    """What a student handed in for an assignment, and what came of it.

    problem: why it was not graded, in one line; else empty. score, before: what the gradebook has
    (`gradebook.Score`), now and before this run. checks: for each graded cell, in order, what its
    report said: a dict with cell, topic, points, max_points, finding and lines. repairs: what was put
    right in the notebook. stopped: what walls and limits stopped. feedback: the first page of it.
    seconds: how long it ran.
    """

    def __init__(self, assignment, student):
        self.assignment, self.student = assignment, student
        self.problem, self.score, self.before = "", Score(student), Score(student)
        self.checks, self.repairs, self.stopped = [], [], []
        self.feedback, self.seconds = None, 0.0

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
        old, new = ({cell: mark.points for cell, mark in score.marks.items()}
                    for score in (self.before, self.score))
        pairs = [(cell, old.get(cell, 0), new.get(cell, 0)) for cell in {**old, **new}]
        return [(cell, before, now) for cell, before, now in pairs if before != now]

    def find_problem(self):
        """Say in one line why it cannot be graded, and what to do; empty if it can."""
        student = self.student
        if set(student) & GLOB or not student.isprintable() or student != student.strip():
            return "Its folder has a name that nbgrader cannot use. Rename it: letters, digits, - and _."
        for part in (self.folder.parent, self.folder):
            if part.is_symlink() or not part.is_dir():
                return f"{part.name} is no ordinary folder. Put the student's own folder there."
        for name in self.assignment.notebooks:
            problem = problem_with_file(self.folder / f"{name}.ipynb")
            if problem:
                return problem
        return problem_with_time(self.folder / "timestamp.txt")

    @property
    def is_unfinished(self):
        """Whether an earlier run left a folder behind whose notebooks it had not finished."""
        return self.graded_folder.is_dir() and not all(
            self._note(name).get("finished") for name in self.assignment.notebooks
        )

    def _note(self, name):
        try:
            text = (self.graded_folder / f"{name}.ipynb").read_text("utf-8")
            return json.loads(text)["metadata"].get(NOTE, {})
        except (FileNotFoundError, ValueError, KeyError):
            return {}

    @property
    def is_due(self):
        """Whether it is to be graded: it is not graded yet, or there is a newer submission."""
        if not self.graded_folder.is_dir() or self.is_unfinished:
            return True
        times = []
        for folder in (self.folder, self.graded_folder):
            try:
                times.append((folder / "timestamp.txt").read_text("utf-8").strip())
            except FileNotFoundError:
                return False
        return times[0] != times[1]

    def run(self, engine):
        """Run its notebooks: {notebook: `grading.execute.Ran`}."""
        import nbformat

        ran = {}
        files, notes = self.assignment.files_of(self.folder)
        for name in self.assignment.notebooks:
            own = nbformat.read(self.folder / f"{name}.ipynb", as_version=4).cells
            cells, _ = self.assignment.rebuilt(name, own)
            ran[name] = engine.run(cells, self.assignment.asked(name), files, self.assignment.beside)
            ran[name].stopped += notes
        return ran

    def read_back(self, score):
        """Take the marks from the gradebook, and the findings from the graded notebooks."""
        self.score = score
        if not score.marks:
            self.problem = "It has no marks in the gradebook. Grade it again with --force."
            return
        for path in sorted(self.graded_folder.glob("*.ipynb")):
            notebook = json.loads(path.read_text("utf-8"))
            self.checks += checks_in(notebook)
            note = notebook["metadata"].get(NOTE, {})
            self.repairs += note.get("repairs", [])
            self.stopped += [*note.get("stopped", []), *note.get("tried", [])]
            self.seconds += note.get("seconds", 0.0)
        pages = [self.feedback_folder / f"{name}.html" for name in self.assignment.notebooks]
        self.feedback = next((page for page in pages if page.is_file()), None)


def checks_in(notebook):
    """Read what the reports in a graded notebook said. Nothing in it is trusted to be well formed."""
    checks = []
    for cell in notebook.get("cells", []):
        if not cell.get("metadata", {}).get("nbgrader", {}).get("grade"):
            continue
        marks = cell["metadata"]["nbgrader"]
        name = str(marks.get("grade_id", ""))
        check = {"cell": name, "topic": name, "finding": "", "findings": [], "lines": [], "points": 0,
                 "max_points": marks["points"], "unjudged": [], "forgeable": asks_for_own_process(cell)}
        for output in cell.get("outputs", []):
            said = output.get("data", {}).get(REPORT_TYPE)
            if isinstance(said, dict):
                check["topic"] = str(said.get("topic", ""))[:80]
                check["points"] = float(said.get("points", 0))
                check["finding"] = str(said.get("finding", ""))[:60]
                check["findings"] = [str(name)[:60] for name in _list(said.get("findings"))[:50]]
                check["unjudged"] = [str(text)[:300] for text in _list(said.get("unjudged"))[:5]]
                check["lines"] = [
                    (str(line[0])[:20], str(line[1])[:1000])
                    for line in said.get("lines", [])
                    if isinstance(line, list) and len(line) == 2
                ]
            elif output.get("output_type") == "error":
                check["finding"] = check["finding"] or str(output.get("ename", "error"))[:60]
        checks.append(check)
    return checks


def _list(value):
    return value if isinstance(value, list) else []
