"""The command `autograder`."""

import argparse
import collections
import contextlib
import gc
import glob
import sys
import time
from pathlib import Path

from autograder.diagnosis import command
from autograder.grading import CELL_SECONDS, SUBMISSION_SECONDS, WALLS
from autograder.patches import no_address_grammars

__all__ = ["main"]

LOG_SECONDS = 10
"""In a log there is a line of progress so often, and at the end."""


def main(arguments=None):
    """Run the command. Returns the exit status: 0, or 1 after one line that says what is wrong.

    `check` returns 2 where the notebook is not right yet.
    """
    parser = argparse.ArgumentParser(
        prog="autograder", description="Grade the lessons on tf.keras.utils.Sequence."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    demo = commands.add_parser("demo", help="invent a class of a dozen students and grade it")
    demo.add_argument("folder", nargs="?", default="autograder-demo", help="where to (default: %(default)s)")
    demo.set_defaults(run=_demo)

    grade = commands.add_parser("grade", help="grade all submissions of an assignment")
    grade.add_argument("assignment")
    grade.add_argument("--student", help="grade this student only")
    grade.add_argument("--force", action="store_true", help="grade again what was graded already")
    grade.add_argument(
        "--jobs",
        type=_count,
        metavar="N",
        help="submissions at once (default: one more than the cores; with --scheduler the workers say)",
    )
    grade.add_argument(
        "--scheduler", metavar="ADDRESS", help="of a Dask cluster that runs them, such as tcp://HOST:8786"
    )
    _add_limits(grade)
    grade.set_defaults(run=_grade)

    verify = commands.add_parser(
        "verify", help="grade your own solution of an assignment, and the unanswered release"
    )
    verify.add_argument("assignment")
    _add_limits(verify)
    verify.set_defaults(run=_verify)

    export = commands.add_parser("export", help="write final marks as another system imports them")
    export.add_argument("assignment")
    export.add_argument("--format", required=True, choices=("canvas", "moodle", "csv"), dest="kind")
    export.add_argument("--column", metavar="NAME", help="what the assignment is called there")
    export.add_argument(
        "--to", metavar="FILE", help="where to (default: marks-FORMAT.csv in reports/ASSIGNMENT/)"
    )
    _add_course(export)
    export.set_defaults(run=_export)

    gradescope = commands.add_parser("gradescope", help="write the autograder.zip that Gradescope takes")
    gradescope.add_argument("assignment")
    gradescope.add_argument("--to", default="autograder.zip", metavar="FILE", help="(default: %(default)s)")
    _add_course(gradescope)
    gradescope.set_defaults(run=_gradescope)

    check = commands.add_parser("check", help="say what is right, and what is not, in your notebook")
    check.add_argument("notebook")
    check.set_defaults(run=_check)

    solution = commands.add_parser("solution", help="show a solution, once you tried the exercise")
    solution.add_argument("notebook")
    solution.set_defaults(run=_solution)

    release = commands.add_parser("release", help="write what students may have of the course into a folder")
    release.add_argument("folder")
    release.add_argument("--course", default=".", help="folder of the course (default: this one)")
    release.set_defaults(run=_release)

    diagnose = commands.add_parser("diagnose", help="say what is wrong with any Sequence, in a file of yours")
    command.add_arguments(diagnose)

    options = parser.parse_args(arguments)
    if options.command == "diagnose":  # which needs no nbgrader
        return command.run_in_own_process(options)
    no_address_grammars().install()
    from autograder.classroom.error import CourseError  # alone: nbgrader is imported beside the nursery

    try:
        return options.run(options)
    except CourseError as error:
        print(f"autograder: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("autograder: stopped. What was graded is kept; the same command goes on.", file=sys.stderr)
        return 130


def _add_limits(parser):
    """Add what a course, and the processes that run its notebooks, are told."""
    parser.add_argument(
        "--require-walls",
        action="store_true",
        help="run nothing unless all walls round student code are up",
    )
    parser.add_argument(
        "--cell-seconds",
        type=_seconds,
        default=CELL_SECONDS,
        metavar="S",
        help="how long a cell of the student's may take (default: %(default)s)",
    )
    parser.add_argument(
        "--submission-seconds",
        type=_seconds,
        default=SUBMISSION_SECONDS,
        metavar="S",
        help="how long a whole notebook may take (default: %(default)s)",
    )
    _add_course(parser)


def _add_course(parser):
    parser.add_argument(
        "--course", help="folder of the course (default: what nbgrader is configured for, or this one)"
    )


def _demo(options):
    from autograder.classroom.demo import make_class

    print(f"Inventing a class in {options.folder}/ …", flush=True)
    course, assignment = make_class(options.folder)
    with _warming(options.folder, assignment) as nursery:
        return _run(course, assignment, force=True, nursery=nursery)


def _grade(options):
    here = contextlib.nullcontext() if options.scheduler else _warming(options.course, options.assignment)
    with here as nursery:
        from autograder.classroom.course import Course

        return _run(
            Course(options.course),
            options.assignment,
            options.student,
            options.force,
            WALLS if options.require_walls else (),
            jobs=options.jobs,
            scheduler=options.scheduler,
            nursery=nursery,
            cell_seconds=options.cell_seconds,
            submission_seconds=options.submission_seconds,
        )


def _verify(options):
    with _warming(options.course, options.assignment) as nursery:
        from autograder.classroom.course import Course

        Course(options.course).verify(
            options.assignment,
            WALLS if options.require_walls else (),
            print,
            nursery=nursery,
            cell_seconds=options.cell_seconds,
            submission_seconds=options.submission_seconds,
        )
    return 0


def _export(options):
    from autograder.classroom.course import Course
    from autograder.classroom.export import export

    course, name = Course(options.course), options.assignment
    course.assignment(name, print)
    file = "marks.csv" if options.kind == "csv" else f"marks-{options.kind}.csv"
    path = Path(options.to or course.root / "reports" / name / file)
    for line in export(course.scores(name), name, options.kind, path, options.column):
        print(line)
    print(f"Written: {_short(path)}")
    return 0


def _gradescope(options):
    from autograder.classroom.course import Course
    from autograder.classroom.gradescope import write_archive

    print(f"Written: {write_archive(Course(options.course), options.assignment, options.to)}")
    return 0


def _check(options):
    from autograder.classroom import self_study

    name, checks = self_study.check(
        options.notebook, warn=lambda sentence: print(f"autograder: {sentence}", file=sys.stderr)
    )
    print(self_study.report(name, checks))
    return 0 if not any(check["finding"] for check in checks) else 2


def _solution(options):
    from autograder.classroom import self_study

    print(self_study.solution(options.notebook))
    return 0


def _release(options):
    from autograder.classroom.release import release

    left_out = release(options.course, options.folder)
    print(f"Written to {options.folder}: a folder that can be a repository of its own.")
    print("Left out:")
    for name, why in left_out:
        print(f"    {name}: {why}")
    return 0


@contextlib.contextmanager
def _warming(course, assignment):
    """Let the nursery import what an assignment needs, while this process imports nbgrader.

    Where the sources are is not known before that. So all notebooks are looked at that lie where an
    instructor's may: too much, or nothing, costs time and no more.
    """
    gc.disable()  # a fifth of the time of all imports is looking for garbage among them
    from autograder.grading.ahead import imported_by
    from autograder.grading.nursery import Nursery, supported

    if not supported():
        yield None
        return
    paths = Path(course or ".").glob(f"*/{glob.escape(assignment)}/*.ipynb")
    with Nursery(imports=imported_by(paths)) as nursery:
        yield nursery


def _run(course, assignment, student=None, force=False, walls=(), **options):
    from autograder.classroom import report as class_report

    # What was imported is no garbage, and need not be looked at again. What nbconvert leaves
    # behind for each submission is found, less often than by default.
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    gc.enable()
    started = time.perf_counter()
    count = 1 if student else len(course.students(assignment))
    with Progress(assignment, count) as progress:
        results = course.grade(
            assignment,
            student,
            force,
            walls,
            progress.say,
            lambda submission: progress.step(submission.machine),
            **options,
        )
    page = class_report.write(results, assignment, course.root / "reports" / assignment)
    print()
    print(class_report.table([one for one in results if student in (None, one.student)]))
    print()
    print(class_report.summary(results))
    print(f"The class:     {_short(page)}")
    print(f"As a table:    {_short(page.with_name('results.csv'))}")
    print(f"For students:  {_short(course.feedback(assignment))}/")
    print(f"Time:          {time.perf_counter() - started:.0f} s for {count} submissions")
    return 0


class Progress:
    """Counts, with the time that is left: a bar on a terminal, now and then a line in a log."""

    def __init__(self, name, count):
        self.name, self.count, self.done = name, count, 0
        self.started = self.said = time.monotonic()
        self.bar, self.machines = None, collections.Counter()

    def __enter__(self):
        if sys.stderr.isatty() and self.count:
            from tqdm import tqdm

            self.bar = tqdm(total=self.count, desc=self.name, unit="submission")
        return self

    def __exit__(self, *error):
        if self.bar is not None:
            self.bar.close()

    def say(self, text):
        """Print a line."""
        self.bar.write(text) if self.bar is not None else print(text, flush=True)

    def step(self, machine=""):
        """Count one more. machine: which one ran it, where that was another one."""
        self.done += 1
        self.machines.update([machine] if machine else [])
        where = ", ".join(f"{name} {count}" for name, count in sorted(self.machines.items()))
        if self.bar is not None:
            self.bar.set_postfix_str(where, refresh=False)
            self.bar.update()
            return
        now = time.monotonic()
        if self.done < self.count and now - self.said < LOG_SECONDS:
            return
        self.said = now
        left = (now - self.started) / self.done * (self.count - self.done)
        where = f" ({where})" if where else ""
        print(f"{self.name}: {self.done} of {self.count}{where}, about {left:.0f} s left", flush=True)


def _seconds(text):
    value = float(text)
    if not 1 <= value <= 86_400:
        raise argparse.ArgumentTypeError(f"{text} is no number of seconds from 1 to 86400")
    return int(value) if value == int(value) else value


def _count(text):
    if not text.isdigit() or not 1 <= int(text) <= 256:
        raise argparse.ArgumentTypeError(f"{text} is no number from 1 to 256")
    return int(text)


def _short(path):
    try:
        return Path(path).relative_to(Path.cwd())
    except ValueError:
        return path
