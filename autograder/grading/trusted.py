"""A test process: runs the instructor's cells, with stand-ins for what the student's cells define.

It is trusted, and knows the hidden tests. It lives for many notebooks, so that TensorFlow's own
start, which costs more than a notebook, is paid once; each notebook has a namespace of its own.
"""

import contextlib
import functools
import os
import socket
import sys

from autograder.grading.absent import note_skipped
from autograder.grading.link import Link, StudentError
from autograder.grading.names import Names
from autograder.grading.pipes import Pipes
from autograder.grading.standin import StandIns, stand_in
from autograder.grading.values import CannotPass
from autograder.grading.wire import Channel, Gone
from autograder.lesson.points import give
from autograder.patches import lent_datasets, theirs_is_current
from autograder.sequence.limits import left_running

__all__ = ["live"]

MOST_HEAD = 8_000_000
"""Letters of what a value is written as, its arrays left out."""


def _link(*descriptors):
    """Connect to a student's process, by the descriptors that `Nursery.fork_student` made for it."""
    *ends, memory = descriptors
    channels = [Channel(Pipes(*ends[k : k + 2]), MOST_HEAD) for k in (0, 2)]
    link = Link(*channels, memory)
    os.close(memory)  # it is mapped now
    StandIns(link)
    return link


def _move_to(folder):
    """Work in a folder, whose modules can be imported; those of the one before are forgotten."""
    before = os.getcwd()
    if before == folder:
        return
    os.chdir(folder)
    sys.path[:] = [*(path for path in sys.path if path != before), folder]
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__dict__", {}).get(
            "__file__"
        )  # asked otherwise, some import all that they have
        if isinstance(file, str) and file.startswith(f"{before}{os.sep}"):
            del sys.modules[name]


def _run_graphs_as_they_are(tensorflow):
    """Let graphs go without TensorFlow's optimizer, which takes a third of the time of a short `fit`.

    They do the same without it; it pays where a graph runs often. It is read once, when TensorFlow
    makes its context, before anything has run in this process.
    """
    tensorflow.config.optimizer.set_experimental_options({"disable_meta_optimizer": True})


def live(runner, grader):
    """Serve the grader: begin a notebook, run locked cells and test cells, until it hangs up."""
    link, names = None, None
    datasets = lent_datasets().install() if "tensorflow" in sys.modules else None
    figures, home = None, os.getcwd()
    if datasets is not None:
        _run_graphs_as_they_are(sys.modules["tensorflow"])

    def drawn(name):
        with contextlib.suppress(StudentError, CannotPass):
            return link.value("looking at figures", "drawn", name)

    while True:
        try:
            head, _ = grader.receive()
        except Gone:
            os._exit(0)
        if "begin" in head:
            if head["begin"] == "a notebook":
                if left_running():  # a `fit` of an earlier one: it must not meet this one
                    os._exit(0)
                _move_to(head.get("folder") or home)
                runner.fresh()
                names = Names(runner.shell.user_ns)
                if figures is not None:
                    sys.modules["matplotlib.pyplot"].close("all")
                if datasets is not None:
                    sys.modules["keras"].backend.clear_session()
                    datasets.take_back()
            _, descriptors, _, _ = socket.recv_fds(grader.sock, 1, 5)
            link = _link(*descriptors)
            link.deleted = names.deleted
            grader.send({})
            continue
        if "sources" in head:  # of the student's cells: looked at for syntax errors, never run
            runner.shell.user_ns["In"][:] = ["", *head["sources"]]
            link.things.sources = head["sources"]
            note_skipped(head["skipped"])
        names.reads(head["source"])
        try:
            if "names" in head:
                names.take(head["names"], head["sources"], functools.partial(stand_in, link))
        except Gone:
            grader.send({"gone": True})
            continue
        if figures is None and ("pyplot" in head["source"] or "matplotlib.pyplot" in sys.modules):
            with contextlib.suppress(ImportError):
                figures = theirs_is_current(drawn).install()
        give(head.get("points"), head.get("hidden_from") is not None)
        outputs, failed = runner.run(head["source"], head.get("hidden_from"))
        grader.send({"outputs": outputs, "failed": failed})
