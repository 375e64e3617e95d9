"""Runs one rebuilt notebook: the student's cells in one process, the tests in another.

It belongs to the grader, and believes the test process. Of the student's process it takes
the outputs of the student's own cells, as text to be shown, and never a mark.
"""

import contextlib
import copy
import itertools
import json
import queue
import socket
import threading
import time
from concurrent.futures import Future
from dataclasses import dataclass, field

import nbformat
from nbgrader.utils import is_grade, is_locked

from autograder.grading import CELL_SECONDS, SUBMISSION_SECONDS, wire
from autograder.grading.attempts import LETTERS, MOST
from autograder.grading.folder import may_unpickle
from autograder.grading.hidden import without_values
from autograder.grading.names import is_judged, methods_of
from autograder.grading.nursery import Nursery, supported
from autograder.grading.rebuild import HIDDEN_FROM, HIDDEN_IN_CLASS, SKIP, UNTOLD, asks_for_own_process
from autograder.grading.sources import about, are_checks, bound, imports, of_itself, read, taken

__all__ = ["Engine", "EngineGone", "Ran", "run_alone", "supported"]

START_SECONDS, ATTEMPTS_SECONDS = 20, 2
TEST_SECONDS = 240
"""How long a cell of tests may take: many calls, each with its own, shorter limit."""
GRACE_SECONDS, GIVE_UP_SECONDS = 30, 10
"""Beyond the limit of a notebook: to start and end processes; then, to notice that they were killed."""
NOTEBOOKS = 40
"""How many notebooks a test process sees, of those that share one; TensorFlow keeps a little of each."""
MOST_OUTPUTS = 1_000
"""Of one cell; what comes after is left out."""
MOST_LETTERS = 10_000_000
"""Of all outputs of a notebook together, as JSON; the cells after that show none."""
MOST_UNTOLD = 300
"""Letters of why the tests of a cell cannot tell."""
OUTPUT_TYPES = {"stream", "display_data", "execute_result", "error"}


@dataclass
class Ran:
    """A notebook that was run: its cells with outputs, and what there is to say of it.

    stopped: what limits stopped, in plain sentences. tried: what the student's process says that it
    tried and could not, which is for the instructor alone: it may hold what the tests asked. late:
    whether something was stopped, or may have been, for want of time or memory that another took.
    seconds: how long it ran. machine: where, if it was another one. methods: what the tests asked objects of
    the student's own for, beside plain values: texts, a cell and a name.
    """

    cells: list
    stopped: list = field(default_factory=list)
    tried: list = field(default_factory=list)
    late: bool = False
    seconds: float = 0.0
    machine: str = ""
    methods: list = field(default_factory=list)


class EngineGone(Exception):
    """What runs the notebooks is not there, or not any more; the message says so in a sentence."""


class Engine:
    """A nursery, and `jobs` test processes that wait for work. Use it as a context manager.

    jobs: how many notebooks may be run at once, from so many threads. cell_seconds: the limit of
    one of the student's cells. submission_seconds: of a whole notebook. nursery: one that was
    started already, to save time; it is closed with the engine. imports: what the assignment
    imports, for a nursery of its own; without it TensorFlow and the lessons' checks.
    """

    def __init__(
        self,
        jobs=1,
        cell_seconds=CELL_SECONDS,
        submission_seconds=SUBMISSION_SECONDS,
        nursery=None,
        imports=None,
    ):
        self.cell_seconds, self.submission_seconds, self.jobs = cell_seconds, submission_seconds, jobs
        self._nursery = nursery or (Nursery() if imports is None else Nursery(imports=imports))
        self._slots = queue.SimpleQueue()
        self._numbers = itertools.count()
        self._tests, self._used, self._students = {}, {}, {}
        for _ in range(jobs):
            self._add_slot()

    def _add_slot(self):
        slot = next(self._numbers)
        self._tests[slot], self._used[slot], self._students[slot] = None, 0, None
        self._slots.put(slot)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    @property
    def walls(self):
        """The layers of walls that are up."""
        return self._nursery.walls

    def close(self):
        """End all processes."""
        for process in (*self._students.values(), *self._tests.values()):
            if process is not None:
                process.kill()
        self._nursery.close()

    def run(self, cells, names, files=None, own=None):
        """Run the cells of one notebook, and write their outputs into them.

        cells: of a rebuilt notebook, hidden tests included. names: what the tests take from the
        student. files: what there is beside the notebook for the student's cells, {name: bytes}.
        own: what there is beside it for the tests, the instructor's own. Returns `Ran`.
        """
        slot, done = self._slots.get(), Future()
        untouched = copy.deepcopy(cells)

        def work():
            try:
                done.set_result(self._run(slot, cells, names, files or {}, own))
            except BaseException as error:
                done.set_exception(error)

        # in a thread that can be given up: whatever holds it, the run of the class goes on
        thread = threading.Thread(target=work, daemon=True)
        thread.start()
        thread.join(self.submission_seconds + GRACE_SECONDS)
        if not done.done():
            for process in (self._students[slot], self._tests[slot]):
                if process is not None:
                    process.signal()
            thread.join(GIVE_UP_SECONDS)
        if done.done():
            self._slots.put(slot)
            return done.result()
        self._add_slot()
        said = f"The notebook did not end within {self.submission_seconds} s, and was given up."
        return Ran(untouched, [said], late=True, seconds=self.submission_seconds)

    def _run(self, slot, cells, names, files, own):
        started = time.perf_counter()
        texts = [cell.source for cell in cells if cell.cell_type == "code" and is_locked(cell)]
        modules = [
            str(content, "utf-8", "replace") for name, content in (own or {}).items() if name.endswith(".py")
        ]
        # what other cells leave in their process, or a text that they run, the next notebook's would find
        alone = bool(modules) or not are_checks(texts)
        takes_files = not any(map(may_unpickle, [*texts, *modules]))
        folder = None if own is None else self._nursery.folder_with(own)
        if alone and self._used[slot]:
            self._end_tests(slot)
        run = self._started(slot, names, files, folder, takes_files)
        try:
            run.all(cells)
            tried = run.attempts()
        finally:
            run.student.kill()
            self._used[slot] += 1
            if run.tests_are_gone or alone or self._used[slot] >= NOTEBOOKS:
                self._end_tests(slot)
        stopped, tried = wire.printable([run.stopped, tried])
        seconds = time.perf_counter() - started
        return Ran(cells, stopped, tried, run.late, seconds, methods=sorted(run.methods))

    def _started(self, slot, names, files, folder, takes_files, tries=3):
        """Begin a notebook; a test process that does not answer is replaced by a new one."""
        for left in reversed(range(tries)):
            try:
                if self._tests[slot] is None:
                    self._tests[slot] = self._nursery.fork_tests(slot)
                return _Run(self, slot, self._tests[slot], names, files, folder, takes_files)
            except (wire.Gone, OSError):
                self._end_tests(slot)
                if not left:
                    raise

    def _end_tests(self, slot):
        if self._tests[slot] is not None:
            self._tests[slot].kill()
        self._tests[slot], self._used[slot] = None, 0

    def fork_student(self, slot):
        """Fork a student's process for a slot: `(Process, doors for the tests)`."""
        self._students[slot], doors = self._nursery.fork_student(slot)
        return self._students[slot], doors


class _Run:
    """One notebook on its way through its two processes."""

    def __init__(self, engine, slot, tests, names, files, folder, takes_files):
        self.engine, self.slot, self.tests = engine, slot, tests
        self.takes_files = takes_files
        self.names, self.files, self.folder = names, files, folder
        self.until = time.monotonic() + engine.submission_seconds
        self.tests_are_gone = self.late = False
        self.letters = MOST_LETTERS
        self.ran, self.sources, self.stopped, self.untold = [], [], [], ""
        self.methods = set()
        self._begin("a notebook")

    def _begin(self, what):
        """Start a student's process, and tell the test process of it.

        what: "a notebook", or "another process" in place of one that ended: then the cells that
        came to their end run once more, so that their names are there for the tests.
        """
        self.student, doors = self.engine.fork_student(self.slot)
        try:
            with contextlib.closing(doors):
                self.tests.channel.send(
                    {
                        "begin": what,
                        "folder": self.folder,
                        "takes_files": self.takes_files,
                        "asked": list(self.names),
                        "judged": is_judged(self.names),
                    }
                )
                socket.send_fds(self.tests.channel.sock, [b"x"], doors.ours)
            self.tests.channel.receive(START_SECONDS)
        except (wire.Gone, OSError):
            self.student.kill()
            raise
        with contextlib.suppress(wire.Gone, OSError):
            if self.files:
                self.student.channel.send({"files": list(self.files)}, self.files.values())
                self.student.channel.receive(START_SECONDS)
            for head in self.ran:
                if time.monotonic() > self.until:
                    break
                self._ask(self.student, head, self.engine.cell_seconds)

    def all(self, cells):
        """Run all code cells that are not left out."""
        count, self.skipped = 0, _skipped(cells)
        self.read, self.packages = _names_read(cells), _packages(cells, self.names)
        for cell in cells:
            if cell.cell_type != "code":
                continue
            cell.outputs, cell.execution_count = [], None
            if SKIP in cell.metadata.get("tags", []):
                continue
            count += 1
            if time.monotonic() > self.until:
                late = f"The notebook took more than {self.engine.submission_seconds} s."
                self.late = True
                self._note(f"{late} The cells from number {count} on were not run.")
                outputs = _error(late)
            elif is_locked(cell) and is_grade(cell) and asks_for_own_process(cell):
                outputs = self._own(cell.source)  # which the report marks: its points can be forged
            elif is_locked(cell) and is_grade(cell):
                outputs = self._test(cell)
            elif is_locked(cell) and self._reads_theirs(cell):
                outputs = self._set_up_theirs(cell)
            elif is_locked(cell):  # imports, and other things that both sides need
                self._own(cell.source, locked=True)
                outputs = self._set_up(cell).get("outputs", [])
            else:
                self.sources.append(cell.source)
                outputs = self._own(cell.source)
            cell.outputs = self._within_bounds(_as_outputs(outputs, count), is_grade(cell))
            if HIDDEN_FROM in cell.metadata and asks_for_own_process(cell):
                cell.outputs = [nbformat.from_dict(one) for one in without_values(cell.outputs)]
            cell.execution_count = count

    def _within_bounds(self, outputs, of_tests):
        """The outputs, if there is still room for them in the notebook; those of tests always."""
        self.letters -= len(json.dumps(outputs))
        if self.letters >= 0 or of_tests:
            return outputs
        text = "What this cell showed is left out: the outputs of this notebook are too large.\n"
        return [nbformat.v4.new_output("stream", name="stdout", text=text)]

    def _note(self, text):
        if not self.stopped or not self.stopped[-1].startswith("The notebook took"):
            self.stopped.append(text)

    def attempts(self):
        """Ask the student's process what it tried and could not: it may tell, or not. Sentences."""
        try:
            tried = self._ask(self.student, {"attempts": True}, ATTEMPTS_SECONDS).get("attempts")
        except (wire.Gone, OSError):
            return []
        tried = tried if isinstance(tried, list) else []
        return [f"It tried to {str(text)[:LETTERS]}." for text in tried[:MOST]]

    def _ask(self, process, head, seconds):
        """Send, and receive the answer, within so many seconds, and within those of the notebook."""
        process.channel.send(head)
        return process.channel.receive(min(seconds, max(1.0, self.until - time.monotonic())))[0]

    def _own(self, source, locked=False):
        """Run a cell in the student's process.

        locked: whether it runs in the tests' process too, and reads nothing of the student's.
        """
        head = {"source": source, "locked": locked}
        seconds = self.engine.cell_seconds
        started = time.monotonic()
        try:
            outputs = self._ask(self.student, head, seconds).get("outputs", [])
        except (wire.Gone, OSError):
            took = time.monotonic() - started
            self.late = True
            self._replace()
            said = "ended the Python process it ran in. Too much memory ends it too."
            if took >= seconds or time.monotonic() >= self.until:
                said = f"was still running after {took:.0f} s: is there a loop that never ends?"
            self.stopped.append(f"A cell {said}")
            return _error(f"This cell {said}")
        self.ran.append(head)
        return outputs

    def _replace(self):
        """Put a new student's process in the place of one that ended, or does not answer."""
        self.student.kill()
        try:
            self._begin("another process")
        except (wire.Gone, OSError):
            self.tests_are_gone = True

    def _set_up(self, cell, seen=None):
        """Run a locked cell without tests among the tests: what these answer.

        seen: what it is given of the student's cells.
        """
        answer = self._asked(cell, {"source": cell.source, **(seen or {})})
        self.untold = self.untold or answer.get("untold", "")
        return answer

    def _set_up_theirs(self, cell):
        """Run a locked cell without tests that does something with the student's things, once.

        That is done among the tests, and what it makes the student's code has too. What cannot pass, and their
        cells read, is made by the student's process as well.
        """
        before = len(self.ran)
        self._own(of_itself(cell.source, self.packages))
        answer = self._set_up(cell, self._sees(cell))
        missing = {*answer.get("here", ())} & {*self.read}
        if missing:
            self._own(about(cell.source, missing))
        ended = answer.get("gone") or answer.get("ended")
        # a process that takes the place of this one makes all of it by itself, if that ended none
        if not ended and len(self.ran) == before + 1 + bool(missing):
            self.ran[before:] = [{"source": cell.source, "locked": False}]
        return answer.get("outputs", [])

    def _reads_theirs(self, cell):
        """Whether a locked cell without tests reads a name of the student's."""
        return bool(
            taken(cell.source) & {*self.names, *(name for text in self.sources for name in bound(text))}
        )

    def _sees(self, cell):
        """What a cell of the instructor's is given of the student's cells."""
        return {
            "names": self.names,
            "sources": self.sources,
            "skipped": self.skipped,
            "read": self.read,
            "methods": methods_of(self.names, _id_of(cell)),
            "hidden_from": cell.metadata.get(HIDDEN_FROM),
            "hidden_in_class": cell.metadata.get(HIDDEN_FROM, cell.metadata.get(HIDDEN_IN_CLASS)),
        }

    def _asked(self, cell, head):
        """Have the tests run a cell; where the student's process had ended before, with a new one."""
        answer = self._trusted(head)
        if answer.get("gone"):
            self.late = True
            self.stopped.append("The class ended its Python process, or gave no answer in time.")
            self._replace()
            answer = self._trusted(head)
        self.methods |= {f"{_id_of(cell)} {name}" for name in answer.get("methods", ())}
        return answer

    def _test(self, cell):
        """Run a cell of tests."""
        head = {"source": cell.source, "points": cell.metadata.nbgrader["points"], **self._sees(cell)}
        answer = self._asked(cell, head)
        if answer.get("gone"):
            return _error("The cells of this notebook end the Python process they run in.")
        # what could not be told of a set-up cell's things may be why this one failed
        untold = answer.get("untold") or (self.untold if answer.get("failed") else "")
        if untold:
            cell.metadata[UNTOLD] = wire.printable(untold)[:MOST_UNTOLD]
        return answer.get("outputs", [])

    def _trusted(self, head):
        if self.tests_are_gone:
            return {"outputs": _error("The tests could not go on.")}
        try:
            return self._ask(self.tests, head, TEST_SECONDS)
        except (wire.Gone, OSError):
            self.tests_are_gone = self.late = True
            return {"outputs": _error(f"The tests took more than {TEST_SECONDS} s, or ended.")}


def _id_of(cell):
    return cell.metadata.nbgrader["grade_id"]


def run_alone(cells):
    """Run the cells of one notebook in this process, where none can be forked. Returns the cells.

    For who trusts the notebook, since it is their own.
    """
    from autograder.grading.cells import CellRunner

    runner = CellRunner()
    runner.fresh()
    for count, cell in enumerate((c for c in cells if c.cell_type == "code"), 1):
        skipped = SKIP in cell.metadata.get("tags", [])
        cell.outputs = [] if skipped else _as_outputs(runner.run(cell.source)[0], count)
    return cells


def _names_read(cells):
    """The names that the student's cells among some read: list of texts."""
    texts = [cell.source for cell in cells if cell.cell_type == "code" and not is_locked(cell)]
    return sorted({name for text in texts for name in read(text)})


def _packages(cells, asked):
    """The names that cells import, but those that a solution defines: set of texts."""
    return {name for cell in cells if cell.cell_type == "code" for name in imports(cell.source)} - set(asked)


def _skipped(cells):
    """Which cell defines a name and is not run, where no other one does: {name: the cell's id}."""
    names, run = {}, set()
    for cell in cells:
        if cell.cell_type == "code" and SKIP in cell.metadata.get("tags", []):
            names |= dict.fromkeys(bound(cell.source), str(cell.get("id")))
        elif cell.cell_type == "code":
            run |= bound(cell.source)
    return {name: cell for name, cell in names.items() if name not in run}


def _error(message):
    text = f"NotFinished: {message}"
    return [{"output_type": "error", "ename": "NotFinished", "evalue": message, "traceback": [text]}]


def _as_outputs(outputs, count):
    """Keep of received outputs what is an output of a notebook, in plain texts."""
    kept = []
    for output in wire.printable(outputs[:MOST_OUTPUTS]) if isinstance(outputs, list) else []:
        if not isinstance(output, dict) or output.get("output_type") not in OUTPUT_TYPES:
            continue
        kind = output["output_type"]
        if kind == "stream":
            name = "stderr" if output.get("name") == "stderr" else "stdout"
            new = nbformat.v4.new_output("stream", name=name, text=str(output.get("text", "")))
        elif kind == "error":
            trace = output.get("traceback", [])
            trace = [str(line) for line in trace] if isinstance(trace, list) else []
            new = nbformat.v4.new_output(
                "error",
                ename=str(output.get("ename", "")),
                evalue=str(output.get("evalue", "")),
                traceback=trace,
            )
        else:
            data = output.get("data", {})
            data = {str(k): v for k, v in data.items()} if isinstance(data, dict) else {}
            try:
                new = nbformat.v4.new_output(kind, data=data)
            except Exception:  # no notebook may hold it
                continue
            if kind == "execute_result":
                new.execution_count = count
        kept.append(new)
    return kept
