"""Runs one rebuilt notebook: the student's cells in one process, the tests in another.

It belongs to the grader, and believes the test process. Of the student's process it takes
the outputs of the student's own cells, as text to be shown, and never a mark.
"""

import contextlib
import os
import queue
import socket
import time

import nbformat

from autograder.grading import wire
from autograder.grading.nursery import Nursery
from autograder.grading.rebuild import SKIP

__all__ = ["Engine", "supported"]

START_SECONDS = 20
TEST_SECONDS = 240
"""How long a cell of tests may take: many calls, each with its own, shorter limit."""
NOTEBOOKS = 40
"""How many notebooks a test process sees; TensorFlow keeps a little of each."""
OUTPUT_TYPES = {"stream", "display_data", "execute_result", "error"}


def supported():
    """Whether this system can fork and has what the nursery needs."""
    return hasattr(os, "pidfd_open") and hasattr(socket, "send_fds")


class Engine:
    """A nursery, and `jobs` test processes that wait for work. Use it as a context manager.

    jobs: how many notebooks may be run at once, from so many threads. cell_seconds: the limit of
    one of the student's cells. total_seconds: of a whole notebook.
    """

    def __init__(self, jobs=1, cell_seconds=60, total_seconds=600):
        self.cell_seconds, self.total_seconds = cell_seconds, total_seconds
        self._nursery = Nursery()
        self._slots = queue.SimpleQueue()
        self._tests = dict.fromkeys(range(jobs))
        self._used = dict.fromkeys(range(jobs), 0)
        for slot in range(jobs):
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
        for process in self._tests.values():
            if process is not None:
                process.kill()
        self._nursery.close()

    def run(self, cells, names):
        """Run the cells of one notebook, and write their outputs into them.

        cells: of a rebuilt notebook, hidden tests included. names: what the tests take from the
        student. Returns the cells.
        """
        slot = self._slots.get()
        try:
            run = self._started(slot, names)
            try:
                run.all(cells)
            finally:
                run.student.kill()
                self._used[slot] += 1
                if run.tests_are_gone or self._used[slot] >= NOTEBOOKS:
                    self._end_tests(slot)
        finally:
            self._slots.put(slot)
        return cells

    def _started(self, slot, names, tries=3):
        """Begin a notebook; a test process that does not answer is replaced by a new one."""
        for left in reversed(range(tries)):
            try:
                if self._tests[slot] is None:
                    self._tests[slot] = self._nursery.fork_tests()
                return _Run(self, slot, self._tests[slot], names)
            except (wire.Gone, OSError):
                self._end_tests(slot)
                if not left:
                    raise

    def _end_tests(self, slot):
        if self._tests[slot] is not None:
            self._tests[slot].kill()
        self._tests[slot], self._used[slot] = None, 0

    def fork_student(self, slot):
        """Fork a student's process for a slot: `(Process, socket for the tests)`."""
        return self._nursery.fork_student(slot)


class _Run:
    """One notebook on its way through its two processes."""

    def __init__(self, engine, slot, tests, names):
        self.engine, self.slot, self.tests, self.names = engine, slot, tests, names
        self.until = time.monotonic() + engine.total_seconds
        self.tests_are_gone = False
        self.locked, self.sources, self.count = [], [], 0
        self._begin()

    def _begin(self):
        """Start a student's process, and tell the test process of it."""
        self.student, asked = self.engine.fork_student(self.slot)
        try:
            with asked:
                wire.send(self.tests.sock, {"begin": True})
                socket.send_fds(self.tests.sock, [b"x"], [asked.fileno()])
            wire.receive(self.tests.sock, START_SECONDS)
        except (wire.Gone, OSError):
            self.student.kill()
            raise
        for source in self.locked:  # a process that takes the place of a dead one
            with contextlib.suppress(wire.Gone, OSError):
                self._ask(self.student, {"source": source}, self.engine.cell_seconds)
            self._ask(self.tests, {"source": source}, TEST_SECONDS)

    def all(self, cells):
        """Run all code cells that are not left out."""
        for cell in cells:
            if cell.cell_type != "code":
                continue
            cell.outputs, cell.execution_count = [], None
            if SKIP in cell.metadata.get("tags", []):
                continue
            self.count += 1
            marks = cell.metadata.get("nbgrader", {})
            if time.monotonic() > self.until:
                outputs = _error(f"the notebook took more than {self.engine.total_seconds} s")
            elif marks.get("locked") and marks.get("grade"):
                outputs = self._test(cell.source)
            elif marks.get("locked"):
                outputs = self._both(cell.source)
            else:
                self.sources.append(cell.source)
                outputs = self._own(cell.source)
            cell.outputs = _as_outputs(outputs, self.count)
            cell.execution_count = self.count

    def _ask(self, process, head, seconds):
        wire.send(process.sock, head)
        return wire.receive(process.sock, seconds)[0].get("outputs", [])

    def _own(self, source):
        """Run one of the student's cells."""
        seconds = self.engine.cell_seconds
        started = time.monotonic()
        try:
            return self._ask(self.student, {"source": source}, seconds)
        except (wire.Gone, OSError):
            self.student.kill()
            late = time.monotonic() - started >= seconds
            self._begin()
            if late:
                return _error(
                    f"this cell was still running after {seconds} s: is there a loop that never ends?"
                )
            return _error("this cell ended the Python process it ran in; all names are gone")

    def _both(self, source):
        """Run a locked cell without points, such as imports, on both sides."""
        self._own(source)
        self.locked.append(source)
        return self._trusted({"source": source})

    def _test(self, source):
        return self._trusted({"source": source, "names": self.names, "sources": self.sources})

    def _trusted(self, head):
        if self.tests_are_gone:
            return _error("the tests could not go on")
        try:
            return self._ask(self.tests, head, TEST_SECONDS)
        except (wire.Gone, OSError):
            self.tests_are_gone = True
            return _error(f"the tests took more than {TEST_SECONDS} s, or ended")


def _error(message):
    text = f"NotFinished: {message}."
    return [{"output_type": "error", "ename": "NotFinished", "evalue": message, "traceback": [text]}]


def _as_outputs(outputs, count):
    """Keep of received outputs what is an output of a notebook, in plain texts."""
    kept = []
    for output in outputs if isinstance(outputs, list) else []:
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
                "error", ename=str(output.get("ename", "")), evalue=str(output.get("evalue", "")),
                traceback=trace,
            )
        else:
            data = output.get("data", {})
            data = {str(k): v for k, v in data.items()} if isinstance(data, dict) else {}
            new = nbformat.v4.new_output(kind, data=data)
            if kind == "execute_result":
                new.execution_count = count
        kept.append(new)
    return kept
