"""The command `autograder`."""

import argparse
import sys
import time
from pathlib import Path

__all__ = ["main"]


def main(arguments=None):
    """Run the command. Returns the exit status: 0, or 1 after one line that says what is wrong."""
    parser = argparse.ArgumentParser(
        prog="autograder", description="Grade the lessons on tf.keras.utils.Sequence."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    demo = commands.add_parser("demo", help="invent a class of a dozen students and grade it")
    demo.add_argument(
        "folder", nargs="?", default="autograder-demo", help="where to (default: %(default)s)"
    )
    demo.set_defaults(run=_demo)

    grade = commands.add_parser("grade", help="grade all submissions of an assignment")
    grade.add_argument("assignment")
    grade.add_argument("--student", help="grade this student only")
    grade.add_argument("--force", action="store_true", help="grade again what was graded already")
    grade.add_argument(
        "--jobs", type=int, help="submissions at once (default: the number of cores)"
    )
    grade.add_argument(
        "--require-walls", action="store_true",
        help="run nothing unless all walls round student code are up",
    )
    grade.add_argument("--course", default=".", help="folder of the course (default: this one)")
    grade.set_defaults(run=_grade)

    options = parser.parse_args(arguments)
    from autograder.course import CourseError

    try:
        return options.run(options)
    except CourseError as error:
        print(f"autograder: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("autograder: stopped. What was graded is kept; the same command goes on.",
              file=sys.stderr)
        return 130


def _demo(options):
    from autograder.demo import make_class

    print(f"Inventing a class in {options.folder}/ …", flush=True)
    course, assignment = make_class(options.folder)
    return _run(course, assignment, force=True)


def _grade(options):
    from autograder.course import Course
    from autograder.grading.walls import ALL

    return _run(
        Course(options.course), options.assignment, options.student, options.force, options.jobs,
        ALL if options.require_walls else (),
    )


def _run(course, assignment, student=None, force=False, jobs=None, walls=()):
    from tqdm import tqdm

    from autograder import class_report

    started = time.perf_counter()
    course.check(assignment)
    count = 1 if student else len(course.students(assignment))
    with tqdm(total=count, desc=assignment, unit="submission", disable=count == 0) as bar:
        results = course.grade(
            assignment, student, force, jobs, walls,
            begun=lambda up: bar.write(f"Walls round student code: {', '.join(up) or 'none here'}."),
            done=lambda result: bar.update(),
        )
    page = class_report.write(results, assignment, course.root / "reports" / assignment)
    print()
    print(class_report.table(results))
    print()
    print(class_report.summary(results))
    print(f"The class:     {_short(page)}")
    print(f"As a table:    {_short(page.with_name('results.csv'))}")
    print(f"For students:  {_short(course.root / 'feedback')}/<student>/{assignment}/")
    print(f"Time:          {time.perf_counter() - started:.0f} s for {len(results)} submissions")
    return 0


def _short(path):
    try:
        return Path(path).relative_to(Path.cwd())
    except ValueError:
        return path
