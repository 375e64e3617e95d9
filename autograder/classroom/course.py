"""Grading a class: from the folders of an nbgrader course to marks, feedback and results.

The course is an ordinary one: the same folders, the same gradebook. What is
handed in is never imported or run here, only read as text.
"""

import contextlib
import functools
import os
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory

from autograder.classroom import feedback, gradebook, settings
from autograder.classroom.alone import alone
from autograder.classroom.assignment import Assignment, last_line, reason
from autograder.classroom.converter import grade_with, handing_over
from autograder.classroom.error import CourseError
from autograder.classroom.submission import Submission, checks_in
from autograder.classroom.verify import verify
from autograder.grading.execute import Engine, EngineGone, supported
from autograder.mistakes.raised import NEVER_ENDS
from autograder.patches import one_engine

__all__ = ["Course"]

HIDDEN = "._"
"""Names that begin so are no student's: .ipynb_checkpoints, and the __MACOSX of a ZIP file."""
FREE_BYTES = 1_000_000
"""So much must fit on the disk before a submission is graded: its notebook and its feedback."""


def _nothing(*heard):
    """Do nothing with what is said."""


class Course:
    """An nbgrader course: its folders and its gradebook, as its configuration names them.

    root: its folder, or None for the one that nbgrader's configuration names, else the current one.
    """

    def __init__(self, root=None):
        self._given = root

    @functools.cached_property
    def config(self):
        """nbgrader's configuration. Raises: CourseError, where its file cannot be read."""
        try:
            return settings.load(self._given)
        except Exception as error:
            said = last_line(f"{type(error).__name__}: {error}")
            raise CourseError(f"nbgrader_config.py cannot be read ({said}).") from None

    @functools.cached_property
    def coursedir(self):
        """nbgrader's own object for the folders and the gradebook."""
        return CourseDirectory(config=self.config)

    @property
    def root(self):
        """The folder of the course."""
        return Path(self.coursedir.root)

    @property
    def database(self):
        """The address of the gradebook, as nbgrader writes it."""
        return self.coursedir.db_url

    @property
    def assignments(self):
        """The names of all assignments with something to grade, in order."""
        return sorted(
            name for name in self._names("source", student=".") if Assignment(self.coursedir, name).is_graded
        )

    def _names(self, step, **known):
        """What stands in the one open place of nbgrader's folders: of the student, or of the assignment.

        known: the other one of the two, student or assignment.
        """
        opened = {"student": "\0", "assignment": "\0", **known}
        path = self.coursedir.format_path(
            getattr(self.coursedir, f"{step}_directory"), opened["student"], opened["assignment"]
        )
        base, _, rest = path.partition("\0")
        rest = rest.lstrip(os.sep)
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            for name in os.listdir(base):
                if name[0] not in HIDDEN and os.path.lexists(os.path.join(base, name, rest)):
                    yield name

    def assignment(self, name, say=_nothing):
        """Return an `Assignment` that can be graded here; the gradebook learns of it, if need be.

        say: a function that is called with what there is to say, in lines. Raises: CourseError, with
        what to do, where it cannot be graded.
        """
        names = self.assignments
        if not names:
            raise CourseError(
                f"There is no course in {self.root}: start the command in the folder of the course, "
                f"the one with {self.coursedir.source_directory}/ and nbgrader_config.py."
            )
        if name not in names:
            raise CourseError(f"There is no assignment {name!r}. There are: {', '.join(names)}.")
        assignment = Assignment(self.coursedir, name)
        try:
            registered = assignment.notebooks
        except Exception as error:
            raise CourseError(
                f"The gradebook cannot be read ({type(error).__name__}): put back a copy of it, or "
                "move it away and run the same command again."
            ) from None
        if not registered:
            assignment.register()
            say(f"The gradebook did not know {name} yet: its tests are registered now.")
        for line in assignment.edited():
            say(line)
        return assignment

    def verify(self, name, walls=(), say=_nothing, **options):
        """Grade the instructor's own solution and the unanswered release, and nobody else.

        Arguments and exceptions are those of `grade`; CourseError names the cells that fell short.
        """
        with one_engine():
            assignment = self.assignment(name, say)
            with self._engine(assignment, walls, say, options) as engine:
                self._verify(assignment, engine, say)

    @staticmethod
    def _verify(assignment, engine, say):
        started = time.perf_counter()
        shortfalls, points = verify(assignment, engine)
        if shortfalls:
            lines = "".join(f"\n    {one}" for one in shortfalls)
            raise CourseError(f"{assignment.name} is graded for nobody before this is mended:{lines}")
        say(
            f"Verified in {time.perf_counter() - started:.1f} s: your solution gets all {points:g} points of "
            "the tests, the unanswered release none."
        )

    @staticmethod
    def _verify_again(assignment, engine, results):
        """Raise CourseError, and forget what was graded, where the tests do not work any more.

        An environment that changes under a run lets tests fail with an error of their own. What a wrong
        answer raises looks no different: whether it was the answer, the solution tells.
        """
        doubtful = [one for one in results if one.graded_now and one.has_raised]
        shortfalls = verify(assignment, engine)[0] if doubtful else []
        if shortfalls:
            for one in results:
                if one.graded_now:
                    one.forget()
            raise CourseError(
                "When the run began your own solution got all points of the tests, and now it does not: "
                f"{shortfalls[0].cell} says {shortfalls[0].reason} So this machine, or what is installed on "
                "it, changed meanwhile. Mend that and run the same command again: what this run graded is "
                "graded anew."
            )

    def students(self, assignment):
        """The names of all students with something under `submitted/` for an assignment."""
        names = self._names("submitted", assignment=assignment)
        # a name that is no text has letters that no database, page or terminal takes
        return sorted(name.encode("utf-8", "replace").decode("utf-8") for name in names)

    def grade(self, name, student=None, force=False, walls=(), say=_nothing, done=_nothing, **options):
        """Grade the submissions of an assignment, and write each student's feedback.

        The instructor's own solution is graded first, and the unanswered release; see `verify`.
        student: grade this one only. force: grade again what was graded already. walls: layers
        without which nothing is run. say: a function that is called with lines about the run. done:
        one that is called with each `Submission` as it comes. options: those of
        `grading.execute.Engine`; `jobs` is one more than the cores by default, since a
        notebook often waits, one of its processes for the other. scheduler: the address of a Dask
        scheduler, whose workers are to run the notebooks in place of this machine.

        Returns: list of `Submission` of all students of the course, in the order of their names.
        Raises: CourseError.
        """
        feedback.start()  # while there is one thread
        with alone(self.root), one_engine():
            assignment = self.assignment(name, say)
            students = self.students(name)
            where = os.path.relpath(assignment.folder("submitted", student or "<student>"), self.root)
            if student is not None and student not in students:
                raise CourseError(f"There is no submission of {student!r} for {name}: {where}/ is missing.")
            if not students:
                raise CourseError(
                    f"There are no submissions for {name}: run `nbgrader collect {name}`, or put them "
                    f"under {where}/."
                )
            students = [student] if student is not None else students
            self._must_be_writable()
            with self._engine(assignment, walls, say, options) as engine:
                self._verify(assignment, engine, say)
                results = self._grade(assignment, students, force, engine, done)
                self._verify_again(assignment, engine, results)
                return results

    def _grade(self, assignment, students, force, engine, done):
        """Grade the submissions of some students. Returns: list of `Submission`, of the whole class."""
        api, before = NbGraderAPI(config=self.config), self.scores(assignment.name)
        submissions = {name: Submission(assignment, name) for name in self.students(assignment.name)}
        for name, submission in submissions.items():
            submission.before = before.get(name, submission.before)
        for submission in self._ahead(engine, [submissions[name] for name in students], force):
            if not submission.problem:
                submission.problem = self._grade_one(api, submission)
                if submission.problem:
                    submission.failed_here = True
                    self._must_be_writable()
            submission.close()
            done(submission)
        for name, score in self.scores(assignment.name).items():
            if name not in submissions:
                submissions[name] = Submission(assignment, name)
                submissions[name].is_absent = not score.handed_in
            submissions[name].score = score
        for submission in submissions.values():
            if not submission.problem and not submission.is_absent:
                submission.read_back()
        return [submissions[name] for name in sorted(submissions)]

    def feedback(self, assignment):
        """The folder that a student's pages are in, with <student> for the name."""
        return Assignment(self.coursedir, assignment).folder("feedback", "<student>")

    def scores(self, assignment):
        """What the gradebook has of each student: {student: `gradebook.Score`}.

        Who handed in what cannot be graded is in no gradebook, and there all the same.
        """
        with gradebook.opened(self.coursedir) as book:
            found = gradebook.scores(book, assignment)
        for student in self.students(assignment):
            found.setdefault(student, gradebook.Score(student)).handed_in = True
        return found

    @contextlib.contextmanager
    def _engine(self, assignment, walls, say, options):
        """Give an `Engine`, or None where this system cannot fork; it is closed at the end."""
        jobs = options.pop("jobs", None) or (os.cpu_count() or 1) + 1
        scheduler = options.pop("scheduler", None)
        with _stopped_by_a_line(), contextlib.ExitStack() as stack:
            engine = None
            if scheduler is not None:
                engine = stack.enter_context(_cluster(scheduler, assignment, walls, options))
            elif supported():
                engine = stack.enter_context(Engine(jobs, imports=assignment.imports, **options))
            up = engine.walls if engine is not None else ()
            missing = [wall for wall in walls if wall not in up]
            if missing:
                raise CourseError(
                    f"These walls are not to be had here: {', '.join(missing)}. Grade on another "
                    "system, or without --require-walls if you trust the submissions."
                )
            say(f"Walls round student code: {', '.join(up) or 'none here'}.")
            yield engine

    def _ahead(self, engine, submissions, force):
        """Run submissions, as many at once as the engine has jobs, and yield them as they end."""
        jobs = engine.jobs if engine is not None else 1

        def run(submission):
            try:
                return self._run_ahead(engine, submission, force)
            except EngineGone:
                raise
            except Exception as error:  # one submission must not stop the others
                said = last_line(f"{type(error).__name__}: {error}")
                submission.problem = f"It could not be run ({said}). Grade it once more."
                submission.failed_here = True

        with ThreadPoolExecutor(jobs) as pool:
            try:
                futures = {pool.submit(run, one): one for one in submissions}
                alone = []
                for future in as_completed(futures):
                    if future.result() and min(jobs, len(submissions)) > 1:
                        alone.append(futures[future])
                    else:
                        yield futures[future]
                for submission in alone:  # another one may have taken all the time of the machine
                    run(submission)
                    yield submission
            finally:
                pool.shutdown(wait=False, cancel_futures=True)

    def _run_ahead(self, engine, submission, force):
        """Read one submission and run its notebooks, where it is due, for `preprocessors.Run` to take.

        Returns whether something in them took too long.
        """
        submission.open()
        if submission.problem:
            return False
        submission.graded_now = force or submission.is_due
        if engine is None or not submission.graded_now:
            return False
        return any([_took_too_long(submission.run(engine, name)) for name in submission.paths])  # noqa: C419 (all are run)

    def _grade_one(self, api, submission):
        """Run nbgrader's own converters on one submission. Returns a problem, or nothing."""
        name, student = submission.assignment.name, submission.student
        with contextlib.chdir(self.root), handing_over(submission):
            for step in (
                lambda: grade_with(api, submission),
                lambda: api.generate_feedback(name, student, force=True),
            )[not submission.graded_now :]:
                outcome = step()
                if not outcome["success"]:
                    if "KeyboardInterrupt" in str(outcome.get("error")):
                        raise KeyboardInterrupt  # nbgrader takes it for an error of the submission
                    return reason(outcome, self.root)
        return ""

    def _must_be_writable(self):
        """Raise CourseError, with what to do, where marks could not be kept."""
        for name in (self.coursedir.autograded_directory, self.coursedir.feedback_directory, "reports"):
            try:
                (self.root / name).mkdir(parents=True, exist_ok=True)
                with tempfile.TemporaryFile(dir=self.root / name) as file:
                    file.write(bytes(FREE_BYTES))
            except OSError as error:
                raise CourseError(
                    f"{name}/ cannot be written ({error.strerror}). What was graded is kept: make "
                    "room or mend the permissions, and run the same command again."
                ) from None
        problem = gradebook.problem_with_writing(self.coursedir)
        if problem:
            raise CourseError(
                f"The gradebook cannot be written ({problem}). What was graded is kept: close what "
                "uses it, or mend its permissions, and run the same command again."
            )


def _cluster(scheduler, assignment, walls, options):
    """Return a `grading.cluster.Cluster` for an assignment. Raises: CourseError, EngineGone."""
    try:
        from autograder.grading.cluster import Cluster
    except ImportError:
        raise CourseError(
            'Grading on several machines needs Dask: pip install "sequence-lessons[cluster]", on each of them.'
        ) from None
    options = {name: options[name] for name in ("cell_seconds", "submission_seconds") if name in options}
    return Cluster(scheduler, assignment.imports, assignment.files, walls, **options)


@contextlib.contextmanager
def _stopped_by_a_line():
    """Where what runs the notebooks is gone, say so and what to do."""
    try:
        yield
    except EngineGone as error:
        raise CourseError(f"{error} What was graded is kept; the same command goes on.") from None


def _took_too_long(ran):
    """Whether a time limit had a part in what came of a notebook that was run (`execute.Ran`)."""
    found = [check["finding"] for check in checks_in({"cells": ran.cells})]
    return ran.late or NEVER_ENDS.name in found
