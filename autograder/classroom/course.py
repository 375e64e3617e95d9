"""Grading a class: from the folders of an nbgrader course to marks, feedback and results.

The course is an ordinary one: the same folders, the same gradebook. What is
handed in is never imported or run here, only read as text.
"""

import contextlib
import json
import logging
import os
import re
import sqlite3
import stat
import tempfile
import warnings
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path

import nbformat

from autograder.grading.rebuild import files_beside, instructors, rebuild
from autograder.lesson.report import REPORT_TYPE

__all__ = ["Course", "CourseError", "Graded"]

FREE_BYTES = 1_000_000
"""So much must fit on the disk before a submission is graded: its notebook and its feedback."""
MOST_BYTES = 20_000_000
"""A notebook file above this is not read: the lessons' own, with outputs, are below 1 MB."""
MOST_CONTAINERS, MOST_VALUES = 100_000, 1_000_000
"""So many lists and dicts, and things in them, a notebook may have; a lesson has about 1,000."""
GLOB = set("*?[]")
"""A student with one of these in the name would stand for others too: nbgrader looks for files."""


class CourseError(Exception):
    """The course, or what was asked of it, is not as it must be; the message says what to do."""


@contextlib.contextmanager
def _one_database_engine():
    """Let all of nbgrader's gradebook objects share one SQLAlchemy engine, each with its session.

    It makes about a dozen of them for each submission. Each has an engine of its own that compiles
    the same queries anew, and looks whether every table is there: a third of the time that
    `nbgrader autograde` needs beside the kernel.
    """
    from nbgrader.api import Gradebook
    from sqlalchemy.orm import scoped_session

    begin, end, opened = Gradebook.__init__, Gradebook.close, {}

    def begin_with_the_same(gradebook, address, course_id="default_course", authenticator=None):
        first = opened.get((address, course_id))
        if first is None:
            begin(gradebook, address, course_id, authenticator)
            opened[address, course_id] = gradebook
        else:
            session = scoped_session(first.db.session_factory)
            vars(gradebook).update(vars(first), db=session, authenticator=authenticator)

    Gradebook.__init__ = begin_with_the_same
    Gradebook.close = lambda gradebook: gradebook.db.remove()
    try:
        yield
    finally:
        Gradebook.__init__, Gradebook.close = begin, end
        for gradebook in opened.values():
            gradebook.close()


@dataclass
class Graded:
    """What one submission got. problem: why it was not graded, in one line; else empty.

    repairs: what was put right in the notebook. stopped: what walls and limits stopped.
    checks: for each graded cell, in order, what its report said: a dict with cell, topic,
    points, max_points, finding and lines. marks: points by cell, as the gradebook has them;
    before: the same before this run, empty if it was not graded before. seconds: how long it ran.
    """

    student: str
    problem: str = ""
    points: float = 0.0
    max_points: float = 0.0
    checks: list = field(default_factory=list)
    repairs: list = field(default_factory=list)
    stopped: list = field(default_factory=list)
    marks: dict = field(default_factory=dict)
    before: dict = field(default_factory=dict)
    feedback: Path | None = None
    seconds: float = 0.0

    @property
    def finding(self):
        """The name of the first mistake; empty if there is none."""
        return next((check["finding"] for check in self.checks if check["finding"]), "")

    @property
    def changes(self):
        """The marks that are not what they were before: list of (cell, before, now)."""
        if not self.before:
            return []
        cells = {**self.before, **self.marks}
        pairs = [(cell, self.before.get(cell, 0), self.marks.get(cell, 0)) for cell in cells]
        return [(cell, old, new) for cell, old, new in pairs if old != new]


class Course:
    """An nbgrader course in a folder: `solutions/`, `submitted/`, `gradebook.db` and so on."""

    def __init__(self, root="."):
        self.root = Path(root).resolve()
        self._sources = {}

    @property
    def assignments(self):
        """The names of all assignments with something to grade, in order."""
        graded = {
            path.parent.name
            for path in (self.root / "solutions").glob("*/*.ipynb")
            if '"grade": true' in path.read_text("utf-8")
        }
        return sorted(graded)

    def check(self, assignment):
        """Raise CourseError, with what to do, unless the assignment can be graded here."""
        if not self.assignments:
            raise CourseError(
                f"There is no course in {self.root}: start the command in the folder of the course, "
                "the one with solutions/ and nbgrader_config.py."
            )
        if assignment not in self.assignments:
            raise CourseError(
                f"There is no assignment {assignment!r}. There are: {', '.join(self.assignments)}."
            )
        if not self._in_gradebook(assignment):
            raise CourseError(
                f"{assignment} is not in the gradebook yet: run `nbgrader generate_assignment "
                f"{assignment}` first."
            )

    def _in_gradebook(self, assignment):
        from nbgrader.api import Gradebook, MissingEntry

        if not (self.root / "gradebook.db").is_file():
            return False
        try:
            with Gradebook(self.database) as gradebook:
                return bool(gradebook.find_assignment(assignment).notebooks)
        except MissingEntry:
            return False
        except Exception as error:
            raise CourseError(
                f"gradebook.db cannot be read ({type(error).__name__}): put back a copy of it, or "
                "move it away and run `nbgrader generate_assignment` again."
            ) from None

    @property
    def database(self):
        """The address of the gradebook, as nbgrader writes it."""
        return f"sqlite:///{self.root / 'gradebook.db'}"

    def students(self, assignment):
        """The names of all students with something under `submitted/` for an assignment."""
        submitted = self.root / "submitted"
        if not submitted.is_dir():
            return []
        names = [path.name for path in submitted.iterdir() if os.path.lexists(path / assignment)]
        # a name that is no text has letters that no database, page or terminal takes
        return sorted(name.encode("utf-8", "replace").decode("utf-8") for name in names)

    def problem_with(self, assignment, student):
        """Say in one line why a submission cannot be graded, and what to do; empty if it can."""
        if set(student) & GLOB or not student.isprintable() or student != student.strip():
            return "Its folder has a name that nbgrader cannot use. Rename it: letters, digits, - and _."
        folder = self.root / "submitted" / student
        for part in (folder, folder / assignment):
            if part.is_symlink() or not part.is_dir():
                return f"{part.name} is no ordinary folder. Put the student's own folder there."
        for name in self._notebooks(assignment):
            problem = problem_with_file(folder / assignment / name)
            if problem:
                return problem
        return problem_with_time(folder / assignment / "timestamp.txt")

    def _notebooks(self, assignment):
        return sorted(path.name for path in (self.root / "solutions" / assignment).glob("*.ipynb"))

    def grade(
        self, assignment, student=None, force=False, walls=(), begun=None, done=None, **options
    ):
        """Grade the submissions of an assignment, and write each student's feedback.

        student: grade this one only. force: grade again what was graded already. walls: layers
        without which nothing is run. begun: a function that is called with the layers that are up.
        done: one that is called with each `Graded` as it comes. options: those of
        `grading.execute.Engine`; `jobs` is one more than the cores by default, since a
        notebook often waits, one of its processes for the other.

        Returns: list of `Graded`, in the order of the students' names. Raises: CourseError.
        """
        self.check(assignment)
        students = self.students(assignment)
        if student is not None and student not in students:
            raise CourseError(
                f"There is no submission of {student!r} for {assignment}: "
                f"submitted/{student}/{assignment}/ is missing."
            )
        if not students:
            raise CourseError(
                f"There are no submissions for {assignment}: run `nbgrader collect {assignment}`, or "
                f"put them under submitted/<student>/{assignment}/."
            )
        students = [student] if student is not None else students
        self._must_be_writable()
        results = []
        with self._running(assignment, walls, begun, options) as ahead, _one_database_engine():
            api = self._api()
            for result in ahead([Graded(name) for name in students], force):
                if not result.problem:
                    result.before = self._marks(assignment, result.student)[0]
                    result.problem = self._grade_one(api, assignment, result.student, force)
                    if result.problem:
                        self._must_be_writable()
                if not result.problem:
                    self._read_back(assignment, result)
                results.append(result)
                if done is not None:
                    done(result)
        return sorted(results, key=lambda result: result.student)

    @contextlib.contextmanager
    def _running(self, assignment, walls, begun, options):
        """Give a function that runs submissions ahead, several at once, and yields them as they end."""
        from autograder.grading.execute import Engine, supported

        jobs = options.pop("jobs", None) or (os.cpu_count() or 1) + 1
        with contextlib.ExitStack() as stack:
            engine = stack.enter_context(Engine(jobs, **options)) if supported() else None
            up = engine.walls if engine is not None else ()
            missing = [wall for wall in walls if wall not in up]
            if missing:
                raise CourseError(
                    f"These walls are not to be had here: {', '.join(missing)}. Grade on another "
                    "system, or without --require-walls if you trust the submissions."
                )
            if begun is not None:
                begun(up)
            pool = stack.enter_context(ThreadPoolExecutor(jobs))

            def run(result, force):
                try:
                    return self._run_ahead(engine, assignment, result, force)
                except Exception as error:  # one submission must not stop the others
                    said = _last_line(f"{type(error).__name__}: {error}")
                    result.problem = f"It could not be run ({said}). Grade it once more."

            def ahead(results, force):
                futures = {pool.submit(run, result, force): result for result in results}
                alone = []
                for future in as_completed(futures):
                    if future.result() and min(jobs, len(results)) > 1:
                        alone.append(futures[future])
                    else:
                        yield futures[future]
                for result in alone:  # another one may have taken all the time of the machine
                    run(result, force)
                    yield result

            try:
                yield ahead
            finally:
                pool.shutdown(wait=False, cancel_futures=True)

    def _run_ahead(self, engine, assignment, result, force):
        """Run the notebooks of one submission, for `preprocessors.Run` to take.

        Returns whether something in them took too long.
        """
        from autograder.classroom.preprocessors import Run

        result.problem = self.problem_with(assignment, result.student)
        if result.problem or engine is None or not (force or self._is_due(assignment, result.student)):
            return False
        late = False
        files, notes = files_beside(self.root / "submitted" / result.student / assignment)
        for name in self._notebooks(assignment):
            notebook = name.removesuffix(".ipynb")
            released, defined = instructors(self.root, assignment, notebook)
            path = self.root / "submitted" / result.student / assignment / name
            cells, _ = rebuild(nbformat.read(path, as_version=4).cells, released)
            sources = self._locked_sources(assignment, notebook)
            for cell in cells:
                marks = cell.metadata.get("nbgrader", {})
                if marks.get("locked"):
                    cell.source = sources.get(marks["grade_id"], cell.source)
            key = result.student, assignment, notebook
            Run.prepared[key] = engine.run(cells, defined, files)
            late |= _took_too_long(Run.prepared[key])
            Run.prepared[key].stopped += notes
        return late

    def _locked_sources(self, assignment, notebook):
        """The sources of the locked cells with their hidden tests, as the gradebook has them."""
        from nbgrader.api import Gradebook

        key = assignment, notebook
        if key not in self._sources:
            with Gradebook(self.database) as gradebook:
                found = gradebook.find_notebook(notebook, assignment).source_cells
                self._sources[key] = {cell.name: cell.source for cell in found if cell.locked}
        return self._sources[key]

    def _graded_notebook(self, assignment, student, name):
        return self.root / "autograded" / student / assignment / name

    def _is_unfinished(self, assignment, student):
        """Whether an earlier run left a folder behind whose notebooks it had not finished."""
        if not (self.root / "autograded" / student / assignment).is_dir():
            return False
        for name in self._notebooks(assignment):
            path = self._graded_notebook(assignment, student, name)
            try:
                metadata = json.loads(path.read_text("utf-8"))["metadata"]
            except (FileNotFoundError, ValueError, KeyError):
                return True
            if not metadata.get("sequence_lessons", {}).get("finished"):
                return True
        return False

    def _is_due(self, assignment, student):
        """Whether nbgrader would grade it: it is not graded yet, or there is a newer submission."""
        graded = self.root / "autograded" / student / assignment
        if not graded.is_dir() or self._is_unfinished(assignment, student):
            return True
        times = []
        for folder in (self.root / "submitted" / student / assignment, graded):
            try:
                times.append((folder / "timestamp.txt").read_text("utf-8").strip())
            except FileNotFoundError:
                return False
        return times[0] != times[1]

    def _api(self):
        from nbgrader.apps import NbGrader
        from nbgrader.apps.api import NbGraderAPI

        # SQLAlchemy's advice to nbgrader is nothing that a grader can act on
        warnings.filterwarnings("ignore", module=r"nbgrader\.")
        logging.getLogger("traitlets").setLevel(logging.CRITICAL)
        app = NbGrader()
        app.log.setLevel(logging.CRITICAL)
        before = os.getcwd()
        os.chdir(self.root)
        try:
            app.load_config_file()
        finally:
            os.chdir(before)
        app.config.CourseDirectory.root = str(self.root)
        app.config.Application.log_level = logging.CRITICAL
        return NbGraderAPI(config=app.config)

    def _grade_one(self, api, assignment, student, force):
        """Run nbgrader's own converters on one submission. Returns a problem, or nothing."""
        before = os.getcwd()
        force = force or self._is_unfinished(assignment, student)
        os.chdir(self.root)
        try:
            for step in (
                lambda: api.autograde(assignment, student, force=force, create=True),
                lambda: api.generate_feedback(assignment, student, force=True),
            ):
                outcome = step()
                if not outcome["success"]:
                    if "KeyboardInterrupt" in str(outcome.get("error")):
                        raise KeyboardInterrupt  # nbgrader takes it for an error of the submission
                    return self._reason(outcome)
        finally:
            os.chdir(before)
        return ""

    def _reason(self, outcome):
        """What nbgrader says of a failure, in one line: the exception in its log, if there is one."""
        raised = re.findall(r"(?m)^ {4}(\w[\w.]*: .+)$", outcome.get("log") or "")
        said = raised[-1] if raised else outcome.get("error") or outcome.get("log") or ""
        return _last_line(said.replace(f"{self.root}{os.sep}", ""))

    def _marks(self, assignment, student):
        """What the gradebook has: `({cell: points}, points, max points)`, all empty if nothing."""
        from nbgrader.api import Gradebook, MissingEntry

        try:
            with Gradebook(self.database) as gradebook:
                submission = gradebook.find_submission(assignment, student)
                marks = {
                    grade.cell.name: grade.score
                    for notebook in submission.notebooks
                    for grade in notebook.grades
                    if grade.auto_score is not None or grade.manual_score is not None
                }
                return marks, submission.score, submission.max_score
        except MissingEntry:
            return {}, 0.0, 0.0

    def _must_be_writable(self):
        """Raise CourseError, with what to do, where marks could not be kept."""
        for name in ("autograded", "feedback", "reports"):
            try:
                (self.root / name).mkdir(exist_ok=True)
                with tempfile.TemporaryFile(dir=self.root / name) as file:
                    file.write(bytes(FREE_BYTES))
            except OSError as error:
                raise CourseError(
                    f"{name}/ cannot be written ({error.strerror}). What was graded is kept: make "
                    "room or mend the permissions, and run the same command again."
                ) from None
        try:
            with contextlib.closing(sqlite3.connect(self.root / "gradebook.db", timeout=10)) as file:
                file.execute("BEGIN IMMEDIATE")
                file.rollback()
        except sqlite3.Error as error:
            raise CourseError(
                f"gradebook.db cannot be written ({error}). What was graded is kept: close what "
                "uses it, or mend its permissions, and run the same command again."
            ) from None

    def _read_back(self, assignment, result):
        """Fill in the marks from the gradebook, and the findings from the graded notebook."""
        result.marks, result.points, result.max_points = self._marks(assignment, result.student)
        if not result.marks:
            result.problem = "It has no marks in the gradebook. Grade it again with --force."
            return
        graded = self.root / "autograded" / result.student / assignment
        for path in sorted(graded.glob("*.ipynb")):
            notebook = json.loads(path.read_text("utf-8"))
            result.checks += checks_in(notebook)
            note = notebook["metadata"].get("sequence_lessons", {})
            result.repairs += note.get("repairs", [])
            result.stopped += [*note.get("stopped", []), *note.get("tried", [])]
            result.seconds += note.get("seconds", 0.0)
        feedback = self.root / "feedback" / result.student / assignment
        result.feedback = next(iter(sorted(feedback.glob("*.html"))), None)


def checks_in(notebook):
    """Read what the reports in a graded notebook said. Nothing in it is trusted to be well formed."""
    checks = []
    for cell in notebook.get("cells", []):
        if not cell.get("metadata", {}).get("nbgrader", {}).get("grade"):
            continue
        marks = cell["metadata"]["nbgrader"]
        name = str(marks.get("grade_id", ""))
        check = {"cell": name, "topic": name, "finding": "", "lines": [], "points": 0,
                 "max_points": marks["points"]}
        for output in cell.get("outputs", []):
            said = output.get("data", {}).get(REPORT_TYPE)
            if isinstance(said, dict):
                check["topic"] = str(said.get("topic", ""))[:80]
                check["points"] = float(said.get("points", 0))
                check["finding"] = str(said.get("finding", ""))[:60]
                check["lines"] = [
                    (str(line[0])[:20], str(line[1])[:1000])
                    for line in said.get("lines", [])
                    if isinstance(line, list) and len(line) == 2
                ]
            elif output.get("output_type") == "error":
                check["finding"] = check["finding"] or str(output.get("ename", "error"))[:60]
        checks.append(check)
    return checks


def _took_too_long(ran):
    """Whether a time limit had a part in what came of a notebook that was run (`execute.Ran`)."""
    return ran.late or "never_ends" in [check["finding"] for check in checks_in({"cells": ran.cells})]


def _last_line(text):
    lines = [line.strip() for line in str(text).split("\n") if line.strip()]
    return (lines[-1] if lines else "nbgrader did not say why")[:300]


def problem_with_time(path):
    """Say in one line what is wrong with the file that tells when a submission came."""
    from nbgrader.utils import parse_utc

    if not os.path.lexists(path):
        return ""
    try:
        facts = os.lstat(path)
        if not stat.S_ISREG(facts.st_mode) or facts.st_size > 200:
            raise ValueError("no ordinary file, or no date")
        text = path.read_text("utf-8").strip()
        if text:
            parse_utc(text)
    except (OSError, ValueError, OverflowError):
        return f"{path.name} does not hold a date, such as 2026-01-31 12:00:00 UTC. Mend or remove it."
    return ""


def problem_with_file(path):
    """Say in one line what is wrong with a submitted notebook file, and what to do."""
    if not os.path.lexists(path):
        found = sorted(other.name for other in path.parent.glob("*.ipynb"))
        hint = f"Found {', '.join(found)}: rename it." if found else "Ask for it again."
        return f"{path.name} is missing. {hint}"
    mode = os.lstat(path).st_mode
    if not stat.S_ISREG(mode):
        what = "a link" if stat.S_ISLNK(mode) else "a folder" if stat.S_ISDIR(mode) else "no file"
        return f"{path.name} is {what}. Ask for the notebook file itself."
    size = os.lstat(path).st_size
    if size == 0:
        return f"{path.name} is empty. Ask for it again."
    if size > MOST_BYTES:
        return f"{path.name} has {size / 1e6:.0f} MB. Ask for it with its outputs cleared."
    try:
        notebook = json.loads(path.read_bytes().decode("utf-8"))
    except (UnicodeDecodeError, ValueError, RecursionError):
        return f"{path.name} is no notebook: it cannot be read as JSON. Ask for it again."
    except OSError as error:
        return f"{path.name} cannot be read ({error.strerror}). Check its permissions."
    if _has_too_many_parts(notebook):
        return f"{path.name} has too many parts. Ask for it with its outputs cleared."
    return _problem_with_notebook(path.name, notebook)


def _has_too_many_parts(notebook):
    """Whether there is so much in a notebook that nbformat would need gigabytes for it."""
    containers, values, found = 0, 0, [notebook]
    while found:
        inside = found.pop()
        inside = inside.values() if isinstance(inside, dict) else inside
        values += len(inside)
        more = [thing for thing in inside if isinstance(thing, (dict, list))]
        containers += len(more)
        found += more
        if containers > MOST_CONTAINERS or values > MOST_VALUES:
            return True
    return False


def _problem_with_notebook(name, notebook):
    if not isinstance(notebook, dict) or "nbformat" not in notebook:
        return f"{name} is JSON, but no notebook. Ask for it again."
    if notebook["nbformat"] != 4:
        return (
            f"{name} has notebook format {str(notebook['nbformat'])[:10]}, not 4. "
            "Open and save it in JupyterLab."
        )
    from nbformat.validator import normalize

    try:
        # old files lack cell ids, copied cells share them: both are no damage
        _, notebook = normalize(notebook)
        nbformat.validate(notebook)
    except Exception as error:
        first = str(error).split("\n")[0][:120]
        return f"{name} is a damaged notebook ({first}). Open and save it in JupyterLab."
    spec = notebook.get("metadata", {}).get("kernelspec", {})
    language = str(spec.get("language", "python")).lower() if isinstance(spec, dict) else "python"
    if language != "python":
        return f"{name} was written for the kernel {language[:30]}, not Python. Ask for a Python one."
    return ""
