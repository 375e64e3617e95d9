"""What the tests see in place of the student's class: it asks the student's process.

Making one makes the object over there; `len`, `[]` and `on_epoch_end` ask it. `fit` runs
here, on the batches that come. An exception over there is raised here as one of the same
name, which is also one of the same built-in type, so that `except IndexError` works.
"""

import builtins
import contextlib
import functools
import itertools
import pickle
import threading
import time
from dataclasses import asdict

from autograder.grading.wire import Gone, Unreadable, decode
from autograder.sequence.observe import CALL_SECONDS, Elsewhere, Problem

__all__ = ["Link", "stand_in"]

MOST_AT_ONCE, TRIALS = 100, 60
"""How many batches or calls, or objects, are asked for in one message; small ones, in the checks."""
GRACE_SECONDS = 6
"""How much longer than its own limit a student's process may take to say that it was reached."""


class StudentError(Exception):
    """An exception that was raised in the student's process; `problem` describes it."""


class Link:
    """The connection to one student's process. It may be used from several threads."""

    def __init__(self, channel):
        self._channel, self._lock, self._gone = channel, threading.Lock(), ""
        self._numbers, self._requests = itertools.count(), itertools.count()
        self.forgotten = []

    def next_number(self):
        """A number for a new object."""
        return next(self._numbers)

    def ask(self, doing, *request, seconds=CALL_SECONDS):
        """Send a request; return the value, or raise what was raised over there."""
        with self._lock:
            if self._gone:
                raise _as_exception(self._problem("StillRunning", self._gone))
            try:
                number = next(self._requests)
                body = pickle.dumps(request, protocol=5)
                forgotten, self.forgotten = self.forgotten, []
                head = {"number": number, "doing": doing, "forgotten": forgotten}
                self._channel.send(head, [body])
                head, buffers = self._answer(number, time.monotonic() + seconds + GRACE_SECONDS)
                value = decode(head.get("value"), buffers)
                kind = head.get("kind")
            except (Gone, OSError) as error:
                # It died, or is stuck where nothing can interrupt it: no answer will come any more.
                self._gone = f"{doing} gave no answer ({error})"
                raise _as_exception(self._problem("StillRunning", self._gone)) from None
        return outcome(kind, value)

    def _answer(self, number, until):
        """Receive the answer to a request; one to an earlier request, given up since, is left."""
        while True:
            head, buffers = self._channel.receive(max(0, until - time.monotonic()))
            if head.get("number") == number:
                return head, buffers

    def must_be_there(self):
        """Raise Gone if no answer will come any more."""
        if self._gone:
            raise Gone(self._gone)

    @staticmethod
    def _problem(kind, message):
        return Problem(kind=kind, message=message, kinds=(kind, "Exception"))


def outcome(kind, value):
    """Return the value of an answer, or raise what was raised over there."""
    if kind != "value":
        raise _as_exception(_as_problem(value))
    return value


def _outcomes(value, most):
    """The pairs `(kind, value)` in an answer that should be a list of them."""
    value = value if isinstance(value, (list, tuple)) else ()
    return [pair for pair in value if isinstance(pair, tuple) and len(pair) == 2][:most]


def _as_problem(value):
    value = value if isinstance(value, dict) else {}

    def texts(name):
        found = value.get(name, ())
        found = found if isinstance(found, (tuple, list)) else ()
        return tuple(str(item)[:2000] for item in found[:50])

    def text(name):
        return str(value.get(name, ""))[:8000]

    number = value.get("number", 0)
    return Problem(
        kind=text("kind")[:100] or "Exception", message=text("message"), notes=texts("notes"),
        kinds=texts("kinds"), method=text("method")[:100],
        number=number if type(number) is int else 0, line=text("line")[:300],
    )


def _as_exception(problem):
    for name in problem.kinds:
        kind = getattr(builtins, name, None)
        if isinstance(kind, type) and issubclass(kind, Exception):
            break
    else:
        kind = Exception
    bases = (StudentError,) if kind is Exception else (StudentError, kind)
    name = problem.kind if problem.kind.isidentifier() else "Exception"
    try:
        error = type(name, bases, {"__module__": "builtins", "__str__": lambda self: problem.message})(
            problem.message
        )
    except TypeError:  # a built-in whose constructor wants more, such as UnicodeDecodeError
        error = type(name, (StudentError,), {"__str__": lambda self: problem.message})(problem.message)
    error.problem = problem
    for note in problem.notes:
        error.add_note(note)
    return error


def stand_in(link, name):
    """Return what a test cell sees under a name that the student's cells define. Raises: Gone."""
    try:
        facts = link.ask(f"looking up {name}", "describe", name)
    except StudentError:
        link.must_be_there()
        return None
    kind = facts.get("kind") if isinstance(facts, dict) else None
    if kind == "class":
        return _class(link, name, facts)
    if kind == "function":

        return _Function(link, name)
    if kind == "object":
        return Unreadable(facts.get("name", "object"))
    return facts.get("value") if kind == "plain" else None


def _luck(link):
    def try_luck(when):
        """Seed the random numbers of the student's process, or put back what they were."""
        with contextlib.suppress(StudentError):
            link.ask("seeding", "luck", when)

    return try_luck


class _Function(Elsewhere):
    """A function by its name."""

    def __init__(self, link, name):
        self._link, self.__name__, self.try_luck = link, name, _luck(link)

    def __call__(self, *arguments, **options):
        return self._link.ask(f"{self.__name__}()", "function", self.__name__, arguments, options)

    def several(self, calls):
        """Make many calls in few messages: yields `(arguments, a function that returns the value)`."""
        name = self.__name__
        return _asked_at_once(self._link, lambda call: f"{name}{call}", "functions", name, calls)


def _asked_at_once(link, doing, operation, of, items):
    """Ask for many things in few messages: yields `(item, a function that returns the answer)`."""
    items = list(items)
    while items:
        try:
            answer = link.ask(
                doing(items[0]), operation, of, items[:MOST_AT_ONCE], seconds=2 * CALL_SECONDS
            )
        except StudentError as error:
            answer = [("problem", asdict(error.problem))]
        came = _outcomes(answer, len(items)) or [("problem", None)]
        for item, (kind, value) in zip(items, came):
            yield item, functools.partial(outcome, kind, value)
        del items[: len(came)]


def _class(link, name, facts):
    import keras

    base = keras.utils.PyDataset if facts.get("sequence") else object

    class StandIn(Elsewhere, base):
        _ahead = _Ahead(link, name)

        @classmethod
        def rehearse(cls, trials, with_batches):
            """Tell which objects will be made next, so that this takes few messages, not many.

            trials: pairs of arguments and options. with_batches: for each the number of batches
            that will be asked for right after `len`, or 0.
            """
            cls._ahead.plan(trials, with_batches)

        def __init__(self, *arguments, **options):
            ready = self._ahead.next(arguments, options)
            if ready is None:
                self._number = link.next_number()
                made, self._batches = link.ask(
                    f"{name}(data, labels)", "make", self._number, name, arguments, options,
                    seconds=2 * CALL_SECONDS,
                ), None
            else:
                self._number, (kind, value), self._batches = ready
                made = outcome(kind, value)
            made = made if isinstance(made, dict) else {}
            self._length = _outcomes([made.get("len")], 1)
            if base is not object:
                super().__init__(
                    workers=_bounded(made.get("workers"), 1, 8),
                    max_queue_size=_bounded(made.get("max_queue_size"), 10, 100),
                )

        def __getitem__(self, index):
            self._length = self._batches = None
            return link.ask(f"__getitem__({index})", "get", self._number, index)

        def several(self, indices):
            """Ask for batches in few messages: yields `(index, a function that returns the batch)`."""
            indices, came = list(indices), self._batches or []
            self._length = self._batches = None
            if indices[: len(came)] == list(range(len(came))):  # they were asked for already
                for index, (kind, value) in enumerate(came):
                    yield index, functools.partial(outcome, kind, value)
                del indices[: len(came)]
            yield from _asked_at_once(
                link, lambda index: f"__getitem__({index})", "several", self._number, indices
            )

        def together(self, indices):
            answer = link.ask(
                "two calls at once", "together", self._number, indices, seconds=3 * CALL_SECONDS
            )
            came = _outcomes(answer, len(indices)) + [("problem", None)] * len(indices)
            return [functools.partial(outcome, *pair) for pair in came[: len(indices)]]

        def __len__(self):
            if self._length:  # it was asked for when the object was made, and nothing else since
                return outcome(*self._length.pop())
            return link.ask("__len__()", "len", self._number)

        if facts.get("epoch_end"):

            def on_epoch_end(self):
                self._length = self._batches = None
                return link.ask("on_epoch_end()", "call", self._number, "on_epoch_end", ())

        def __del__(self):
            if "_number" in self.__dict__:
                link.forgotten.append(self._number)

        def __getattr__(self, attribute):
            if attribute.startswith("_") or "_number" not in self.__dict__:
                raise AttributeError(attribute)
            return link.ask(f"reading {attribute}", "attribute", self._number, attribute)

        try_luck = staticmethod(_luck(link))

        def served_now(self, index):
            return link.ask(f"__getitem__({index})", "served", self._number, index)

        def arguments_now(self):
            return link.ask("looking at data and labels", "arguments", self._number)

        @staticmethod
        def shuffles_when_made(samples, batch_size):
            options = {"batch_size": batch_size}
            return link.ask(f"{name}(data, labels)", "shuffles", name, tuple(samples), options)

    known = str(facts.get("name", ""))[:100]
    StandIn.__name__ = StandIn.__qualname__ = known if known.isidentifier() else name
    if not facts.get("has_len"):
        del StandIn.__len__
    return StandIn


class _Ahead:
    """Objects of a class that were made before their turn, in the order in which they will be."""

    def __init__(self, link, name):
        self._link, self._name, self._trials, self._made = link, name, [], []

    def plan(self, trials, with_batches):
        """Forget earlier plans, and note this one: see `StandIn.rehearse`."""
        numbered = [(self._link.next_number(), *trial) for trial in trials]
        self._trials, self._made = list(zip(numbered, with_batches)), []

    def next(self, arguments, options):
        """Return `(number, outcome, outcomes of batches or None)`, or None for what was not planned."""
        if not self._trials:
            return None
        (number, planned, planned_options), _ = self._trials[0]
        alike = len(planned) == len(arguments) and all(a is b for a, b in zip(planned, arguments))
        if not alike or planned_options != options:
            self._trials = []
            return None
        if not self._made:
            some = self._trials[:TRIALS]
            answer = self._link.ask(
                f"{self._name}(data, labels), or a batch of it,", "trials", self._name,
                [trial for trial, _ in some], [most for _, most in some], seconds=4 * CALL_SECONDS,
            )
            self._made = _outcomes(answer, len(some))
        del self._trials[0]
        if not self._made:
            self._trials = []
            return number, ("problem", None), None
        made, batches = self._made.pop(0)
        batches = _outcomes(batches, MOST_AT_ONCE)
        made = made if isinstance(made, tuple) and len(made) == 2 else ("problem", None)
        return number, made, batches or None


def _bounded(value, default, most):
    return min(max(value, 1), most) if type(value) is int else default
