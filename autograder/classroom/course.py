"""Grading a class: from the folders of an nbgrader course to marks, feedback and results.

The course is an ordinary one: the same folders, the same gradebook. What is
handed in is never imported or run here, only read as text.
"""

import contextlib
import functools
import os
import tempfile
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory

from autograder.classroom import feedback, gradebook, settings
from autograder.classroom.alone import alone
from autograder.classroom.assignment import Assignment, CourseError, last_line, reason
from autograder.classroom.preprocessors import Run
from autograder.classroom.submission import Submission, checks_in
from autograder.grading.execute import Engine, supported
from autograder.patches import one_engine
from autograder.mistakes.raised import NEVER_ENDS

__all__ = ["Course", "CourseError"]

HIDDEN = "._"
"""Names that begin so are no student's: .ipynb_checkpoints, and the __MACOSX of a ZIP file."""
FREE_BYTES = 1_000_000
"""So much must fit on the disk before a submission is graded: its notebook and its feedback."""


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
            name for name in self._names("source", student=".")
            if Assignment(self.coursedir, name).is_graded
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

    def check(self, assignment):
        """Raise CourseError, with what to do, unless the assignment can be graded here."""
        if not self.assignments:
            raise CourseError(
                f"There is no course in {self.root}: start the command in the folder of the course, "
                f"the one with {self.coursedir.source_directory}/ and nbgrader_config.py."
            )
        if assignment not in self.assignments:
            raise CourseError(
                f"There is no assignment {assignment!r}. There are: {', '.join(self.assignments)}."
            )
        try:
            registered = Assignment(self.coursedir, assignment).is_registered
        except Exception as error:
            raise CourseError(
                f"The gradebook cannot be read ({type(error).__name__}): put back a copy of it, or "
                "move it away and run `nbgrader generate_assignment` again."
            ) from None
        if not registered:
            raise CourseError(
                f"{assignment} is not in the gradebook yet: run `nbgrader generate_assignment "
                f"{assignment}` first."
            )

    def students(self, assignment):
        """The names of all students with something under `submitted/` for an assignment."""
        names = self._names("submitted", assignment=assignment)
        # a name that is no text has letters that no database, page or terminal takes
        return sorted(name.encode("utf-8", "replace").decode("utf-8") for name in names)

    def grade(
        self, assignment, student=None, force=False, walls=(), begun=None, done=None, **options
    ):
        """Grade the submissions of an assignment, and write each student's feedback.

        student: grade this one only. force: grade again what was graded already. walls: layers
        without which nothing is run. begun: a function that is called with the layers that are up.
        done: one that is called with each `Submission` as it comes. options: those of
        `grading.execute.Engine`; `jobs` is one more than the cores by default, since a
        notebook often waits, one of its processes for the other.

        Returns: list of `Submission`, in the order of the students' names. Raises: CourseError.
        """
        self.check(assignment)
        students = self.students(assignment)
        if student is not None and student not in students:
            raise CourseError(
                f"There is no submission of {student!r} for {assignment}: "
                f"{self._where(assignment, student)} is missing."
            )
        if not students:
            raise CourseError(
                f"There are no submissions for {assignment}: run `nbgrader collect {assignment}`, or "
                f"put them under {self._where(assignment, '<student>')}."
            )
        students = [student] if student is not None else students
        self._must_be_writable()
        assigned = Assignment(self.coursedir, assignment)
        results = []
        feedback.start()  # while there is one thread
        with alone(self.root), self._running(walls, begun, options) as ahead, one_engine():
            api = NbGraderAPI(config=self.config)
            before = self.scores(assignment)
            for submission in ahead([Submission(assigned, name) for name in students], force):
                submission.before = before.get(submission.student, submission.before)
                if not submission.problem:
                    submission.problem = self._grade_one(api, submission, force)
                    if submission.problem:
                        self._must_be_writable()
                results.append(submission)
                if done is not None:
                    done(submission)
            after = self.scores(assignment)
            for submission in results:
                if not submission.problem:
                    submission.read_back(after[submission.student])
        return sorted(results, key=lambda submission: submission.student)

    def feedback(self, assignment):
        """The folder that a student's pages are in, with <student> for the name."""
        return Assignment(self.coursedir, assignment).folder("feedback", "<student>")

    def _where(self, assignment, student):
        path = Assignment(self.coursedir, assignment).folder("submitted", student)
        return f"{os.path.relpath(path, self.root)}/"

    def scores(self, assignment):
        """What the gradebook has of each student: {student: `gradebook.Score`}."""
        with gradebook.opened(self.coursedir) as book:
            return gradebook.scores(book, assignment)

    @contextlib.contextmanager
    def _running(self, walls, begun, options):
        """Give a function that runs submissions ahead, several at once, and yields them as they end."""
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

            def run(submission, force):
                try:
                    return self._run_ahead(engine, submission, force)
                except Exception as error:  # one submission must not stop the others
                    said = last_line(f"{type(error).__name__}: {error}")
                    submission.problem = f"It could not be run ({said}). Grade it once more."

            def ahead(submissions, force):
                futures = {pool.submit(run, one, force): one for one in submissions}
                alone = []
                for future in as_completed(futures):
                    if future.result() and min(jobs, len(submissions)) > 1:
                        alone.append(futures[future])
                    else:
                        yield futures[future]
                for submission in alone:  # another one may have taken all the time of the machine
                    run(submission, force)
                    yield submission

            try:
                yield ahead
            finally:
                pool.shutdown(wait=False, cancel_futures=True)

    def _run_ahead(self, engine, submission, force):
        """Run the notebooks of one submission, for `preprocessors.Run` to take.

        Returns whether something in them took too long.
        """
        submission.problem = submission.find_problem()
        if submission.problem or engine is None or not (force or submission.is_due):
            return False
        late = False
        for notebook, ran in submission.run(engine).items():
            Run.prepared[submission.student, submission.assignment.name, notebook] = ran
            late |= _took_too_long(ran)
        return late

    def _grade_one(self, api, submission, force):
        """Run nbgrader's own converters on one submission. Returns a problem, or nothing."""
        name, student = submission.assignment.name, submission.student
        force = force or submission.is_unfinished
        with contextlib.chdir(self.root):
            for step in (
                lambda: api.autograde(name, student, force=force, create=True),
                lambda: api.generate_feedback(name, student, force=True),
            ):
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


def _took_too_long(ran):
    """Whether a time limit had a part in what came of a notebook that was run (`execute.Ran`)."""
    found = [check["finding"] for check in checks_in({"cells": ran.cells})]
    return ran.late or NEVER_ENDS.name in found
