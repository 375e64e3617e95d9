"""A test process: runs the instructor's cells, with stand-ins for what the student's cells define.

It is trusted, and knows the hidden tests. It may live for many notebooks, so that TensorFlow's own
start, which costs more than a notebook, is paid once; each notebook has a namespace of its own.
"""

import contextlib
import functools
import os
import shutil
import socket
import sys
import tempfile

from autograder.grading.absent import note_skipped
from autograder.grading.classes import forget_classes, know_classes, modules_beside
from autograder.grading.clocks import failed_by_a_clock
from autograder.grading.common import Common
from autograder.grading.folder import Folder
from autograder.grading.link import Link, StudentError
from autograder.grading.mocks import Mocks
from autograder.grading.names import Names
from autograder.grading.pipes import Pipes
from autograder.grading.running import Running
from autograder.grading.sources import asked_of, bound, imports, stored
from autograder.grading.standin import StandIns, given_there, imported_there, stand_in
from autograder.grading.values import CannotPass, passing_over
from autograder.grading.wide import Settings
from autograder.grading.wire import Channel, Gone
from autograder.lesson.points import give
from autograder.patches import counted_seeds, lent_datasets, theirs_is_current
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


class _Places:
    """Where the tests of one notebook work, and what they import from: each has a folder of its own."""

    def __init__(self):
        self._home, self._beside = os.getcwd(), None

    def begin(self, beside):
        """Work in a new folder, with links to what lies in another, whose modules can be imported.

        Those of the one before are forgotten. Returns its path.
        """
        if self._beside is not None:  # what an earlier student's code has changed in them stays no longer
            _forget_modules(self._beside)
        if self._beside is not None and self._beside != beside:
            sys.path.remove(self._beside)
        if beside is not None and self._beside != beside:
            sys.path.append(beside)
        before, self._beside = os.getcwd(), beside
        modules_beside(beside)
        folder = tempfile.mkdtemp(prefix="tests-", dir=self._home)
        os.chdir(folder)
        if before != self._home:
            shutil.rmtree(before, ignore_errors=True)
        for base, _, names in os.walk(beside) if beside is not None else ():
            within = os.path.relpath(base, beside)
            os.makedirs(within, exist_ok=True)
            for name in names:  # links to files alone: what is written beside one stays in here
                os.symlink(os.path.join(base, name), os.path.join(within, name))
        tempfile.tempdir = tempfile.mkdtemp(prefix="tmp-", dir=folder)
        return folder


def _forget_modules(folder):
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__dict__", {}).get(
            "__file__"
        )  # asked otherwise, some import all that they have
        if isinstance(file, str) and file.startswith(f"{folder}{os.sep}"):
            del sys.modules[name]


def _run_graphs_as_they_are(tensorflow):
    """Let graphs go without TensorFlow's optimizer, which takes a third of the time of a short `fit`.

    They do the same without it; it pays where a graph runs often. It is read once, when TensorFlow
    makes its context, before anything has run in this process.
    """
    tensorflow.config.optimizer.set_experimental_options({"disable_meta_optimizer": True})


MEASURED = (
    "What failed is about how long something takes, and between the processes each call takes longer than in one: "
    "nobody can tell whether the answer is too slow."
)
KEPT_APART = (
    "{} is changed by what the student's process has of its own: count in a function of the locked cell that does "
    "no more than count and compute."
)


APART = "the tests have their own, which is where it was."


def _otherwise(link, names, common, head, used, failed):
    """Why a cell of tests tells nothing: it reads what a locked cell made, and what is another thing by now."""
    noted = link.things.asked_for
    for text in common.counts_asked(head["source"], head.get("sources", ()), used):
        return KEPT_APART.format(text)
    for text in sorted(names.replaced):
        if text.partition(".")[0] in common.reached_by(head["source"], head.get("sources", ())):
            return (
                f"{text}, which a locked cell defines, is another thing in the answer's own process, and not with the "
                "solution: the tests have that of the locked cell."
            )
    for text in sorted(names.values_given & asked_of(head["source"])):
        if any(text.partition(".")[2] in stored(source) for source in head.get("sources", ())):
            return KEPT_APART.format(text)
    for name in sorted(common.moved(link, names.reads_of(head["source"]))):
        noted.add(f"changes {name}")
        if head["methods"] is not None and f"changes {name}" not in head["methods"]:
            return f"{name}, which a locked cell makes, the answer has read on, and the solution has not: {APART}"
    for name in sorted(common.changed() & names.reads_of(head["source"])):
        noted.add(f"changes {name}")
        # one that fails it does so in one process too: it is the same thing on both sides
        if not failed and head["methods"] is not None and f"changes {name}" not in head["methods"]:
            return (
                f"{name}, which a locked cell makes and this cell reads, is another thing than it was: the "
                "answer changes it, and the solution does not."
            )
    return ""


def _another_class(names, sources):
    """Why a cell of tests that failed tells nothing: objects of an answer are of a class of its own; or ""."""
    for name in names.defined_again(sources):
        return (
            f"{name}, which a locked cell defines, is defined once more by the answer: its objects are of another "
            "class than those of the tests."
        )
    return ""


def _used(asked):
    """What a solution reads of set-up cells, by `rebuild.instructors_of`."""
    return frozenset(text.removeprefix("uses: ") for text in asked if text.startswith("uses: "))


def live(runner, grader, seen=str):
    """Serve the grader: begin a notebook, run locked cells and test cells, until it hangs up.

    seen: a function from the path of the folder beside a notebook to where it is for this process.
    """
    running = Running().install()
    seeding, seeds = counted_seeds()
    for patch in seeding:
        patch.install()
    link, names, mocks, common = None, None, Mocks().install(), Common()
    asked, judged, used = set(), False, frozenset()
    datasets = lent_datasets().install() if "tensorflow" in sys.modules else None
    figures, places, folder, settings = None, _Places(), None, Settings()
    instructors = []  # the texts of the cells of this notebook that ran here
    if datasets is not None:
        _run_graphs_as_they_are(sys.modules["tensorflow"])

    def drawn(name):
        with passing_over(StudentError):
            return link.value("looking at figures", "drawn", name)

    def tell(name):
        with passing_over(StudentError):
            link.ask("looking at figures", "pyplot", name)

    while True:
        try:
            head, _ = grader.receive()
        except Gone:
            os._exit(0)
        if "begin" in head:
            if head["begin"] == "a notebook":
                if left_running():  # a `fit` of an earlier one: it must not meet this one
                    os._exit(0)
                folder = Folder(places.begin(head["folder"] and seen(head["folder"])))
                running.begin()
                instructors.clear()
                common = Common()
                forget_classes()
                runner.fresh()
                names = Names(runner.shell.user_ns)
                if figures is not None:
                    sys.modules["matplotlib.pyplot"].close("all")
                if datasets is not None:
                    sys.modules["keras"].backend.clear_session()
                    datasets.take_back()
            _, descriptors, _, _ = socket.recv_fds(grader.sock, 1, 5)
            link = _link(*descriptors)
            link.names, link.mocks, link.folder, link.common = names, mocks, folder, common
            link.settings = settings
            link.things.came, link.takes_files = running.came, head.get("takes_files") is True
            asked, judged, used = set(head["asked"]), head["judged"], _used(head["asked"])
            link.begin_counting(seeds)
            grader.send({})
            continue
        if "sources" in head:  # of the student's cells: looked at for syntax errors, never run
            runner.shell.user_ns["In"][:] = ["", *head["sources"]]
            link.things.sources = head["sources"]
            note_skipped(head["skipped"])
        names.reads(head["source"])
        instructors.append(head["source"])
        try:
            if "names" in head:
                ask, imported = functools.partial(stand_in, link), functools.partial(imported_there, link)
                names.take(head["names"], head["sources"], ask, imported)
                found = given_there(link) if names.use_classes(head["sources"]) else {}
                names.give(found, head["names"], head["sources"])
                link.things.methods = head["methods"]
                link.things.is_noting = judged and head["methods"] is None
                shown = names.lend(head["names"], head["source"], head.get("hidden_in_class"))
                statements = [text for name, text in imports(shown).items() if name in head["read"]]
                link.define({}, statements)
        except Gone:
            grader.send({"gone": True})
            continue
        if figures is None and ("pyplot" in head["source"] or "matplotlib.pyplot" in sys.modules):
            with contextlib.suppress(ImportError):
                figures = theirs_is_current(drawn, tell).install()
        give(head.get("points"), head.get("hidden_from") is not None)
        CannotPass.met.clear()
        mocks.watch(
            head["source"], runner.shell.user_ns
        )  # it imports what the cell does, as the cell's own text
        running.watch(link.things.sources)
        settings.begin(head["source"])
        outputs, failed = runner.run(head["source"], head.get("hidden_from"))
        running.rest()
        untold = str(CannotPass.met[0]) if CannotPass.met else ""
        if "points" in head:
            names.ran(head["source"], head["sources"])
            new = names.rebound()  # what the student's later cells read
        else:
            names.set_up(head["source"])
            settings.set_up()
            if "sources" not in head:
                know_classes(runner.shell.user_ns, bound(head["source"]))
            # what was made of the student's things is one thing on both sides
            new = names.made(head["source"]) if "sources" in head else {}
        here = set()  # what a locked cell has made of the student's things, and their cells cannot have
        with contextlib.suppress(Gone):
            if "sources" in head and "points" not in head:
                with passing_over(StudentError):
                    link.tell_seeds()  # with which the student's next cell goes on
                here = {name for name, value in new.items() if link.stays_here(value)}
                here |= names.made_functions(head["source"])
            here |= new.keys() - link.define(new, [])
            # what a hidden test has changed a later cell could show: it is told with the next question alone
            if "sources" in head and head["hidden_in_class"] is None:
                link.tell_changes()
            if "points" in head:
                untold = untold or _otherwise(link, names, common, head, used, failed)
                untold = untold or (_another_class(names, head["sources"]) if failed else "")
                untold = untold or (MEASURED if failed_by_a_clock(*runner.raised, instructors) else "")
                if failed and not untold and link.things.is_noting:  # why a solution fell short, most likely
                    apart = common.kept_apart(head["source"], head["sources"])
                    untold = KEPT_APART.format(apart[0]) if apart else ""
            else:
                found = names.keeping(head["source"], used)
                keeping = {name: found[name] for name in found.keys() - asked}
                common.counts(head["source"], keeping)
                link.define(keeping, [])
                if judged:
                    common.share(link, names.made(head["source"]) | names.held_by_classes(head["source"]))
        methods = sorted(link.things.asked_for)
        link.things.asked_for.clear()
        told = {"outputs": outputs, "failed": failed, "untold": untold, "methods": methods}
        grader.send({**told, "here": sorted(here), "ended": link.gone is not None})
