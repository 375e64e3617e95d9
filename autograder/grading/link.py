"""The connection from the tests to one student's process.

What is sent may be pickled, since the receiver is who has to trust. What comes back is read by
`values.Reader` alone. While an answer is waited for, a function of the tests that was passed may be
called back.
"""

import builtins
import collections
import contextlib
import enum
import inspect
import io
import itertools
import os
import pickle
import random
import sys
import threading
import time
import types
import warnings
from pathlib import PurePath

import numpy as np

from autograder.grading.absent import explained
from autograder.grading.classes import common_class, hashed_by, is_common, is_of_module, state_of
from autograder.grading.draws import claimed, random_numbers, same_numbers, words_between
from autograder.grading.figures import is_artist
from autograder.grading.folder import MOST_FILES, passes
from autograder.grading.frames import is_table
from autograder.grading.keeping import apart
from autograder.grading.lent import Lent, is_lent
from autograder.grading.memory import OurMemory
from autograder.grading.packages import is_of_a_package
from autograder.grading.shared import CONTAINERS, MOST_OBJECTS, can_change, copy_of, fits, is_by_value, put
from autograder.grading.values import ERRORS, CannotPass, Reader, passing_over
from autograder.grading.walls import little_memory
from autograder.grading.wire import Gone, Silent
from autograder.sequence.host import Elsewhere
from autograder.sequence.limits import CALL_SECONDS, by_signal
from autograder.sequence.outcome import ENDED, LATE, RAISED, VALUE, Outcome

__all__ = [
    "INPUT",
    "Link",
    "StudentError",
    "as_error",
    "as_outcome",
    "containers_in",
    "deeper",
    "generators_in",
    "parts_of",
]

GRACE_SECONDS = 6
"""How much longer than its own limit a student's process may take to say that it was reached."""
MANY_CALLBACKS, DEEP = 1_000, 300
"""After so many calls of the tests' functions in one answer it may be they that take long; and so many may be
inside one another."""
FRAMES = 60
"""Fewer of Python's own lie between two such calls, in either process: a function that calls itself is to come
as deep as in one process."""
MOST_PRINTED, MOST_WARNED, MOST_RAISED = 250_000, 50, 1_000
WARNINGS = {
    name: kind
    for name, kind in vars(builtins).items()
    if isinstance(kind, type) and issubclass(kind, Warning)
}
INPUT = 0
"""The number of the function that `input` is over there: the `input` of the tests, which they may replace."""
VIEWS = {type(getattr({}, name)()): name for name in ("items", "keys", "values")}
"""Views of dicts, which pass as those of a copy."""
CALLABLE = (types.FunctionType, types.MethodType, types.BuiltinFunctionType)


GENERATORS = (np.random.Generator, np.random.RandomState, random.Random)
FLAT = {bool, bytes, complex, float, int, str, type(None)}
LONG = 1_000
"""A list with more items is written at once, where they are plain."""
ATOMS = {bool, bytes, complex, dict, float, int, list, set, str, tuple, type(None)}


class StudentError(Exception):
    """What was raised in the student's process, or why no answer came; `outcome` describes it."""


class _Pickler(pickle.Pickler):
    """Writes a request: arrays by their place in the common memory, functions and stand-ins by number."""

    def __init__(self, file, link, keep, table=None):
        super().__init__(file, protocol=5)
        self._link, self._keep, self._table = link, keep, table
        # objects of the instructor's classes, and those of them whose attributes are not written yet
        self.fresh, self.waiting = {}, collections.deque()

    def persistent_id(self, thing):
        kind = type(thing)
        if self._keep and can_change(thing):
            if number := self._link.things.shared.number(thing):
                return ("shared", number)
            if self._table is None and is_of_module(thing):
                return "fresh", self._fresh_number(thing), kind, hashed_by(thing)
        if (kind is str or issubclass(kind, PurePath)) and self._keep and (path := self._link.path(thing)):
            return path
        if kind is list and len(thing) > LONG and self._table is None and is_flat(thing):
            return ("list", id(thing), pickle.dumps(thing, protocol=5))
        if kind in ATOMS:  # most of them, by far
            return None
        if isinstance(thing, type) and is_common(thing):
            return ("kind", thing.__name__)
        if isinstance(thing, BaseException) and is_common(kind):  # pickle would call its class with `args`
            return ("error", kind.__name__, thing.args, vars(thing))
        if is_table(thing) and thing is not self._table:
            file = (
                io.BytesIO()
            )  # by value: its columns may be those of another one, until one of them is changed
            _Pickler(file, self._link, self._keep, thing).dump(thing)
            return ("table", id(thing), file.getvalue())
        if kind in VIEWS:
            return "view", VIEWS[kind], dict(thing.mapping)
        if kind is np.ndarray and self._table is None:
            place = self._link.memory.place(thing, self._keep)
            return None if place is None else ("array", *place)
        if isinstance(thing, Elsewhere) or (isinstance(thing, type) and issubclass(thing, Elsewhere)):
            if self._link.is_looking and self._link.things.is_derived_here(kind):
                raise TypeError("its methods are the tests'")
            return self._link.number_of(thing)
        if (iterator := self._link.things.iterator_of(thing)) is not None:
            return self._link.number_of(iterator)
        if isinstance(thing, enum.Enum | enum.EnumMeta) and (number := self._link.number_of(thing)):
            return number
        is_function = isinstance(thing, CALLABLE) and not _importable(thing)
        if self._link.is_looking and (is_function or is_lent(thing)):
            raise TypeError("it is more than plain values")
        if is_function:
            return ("function", *self._link.function_described(thing))
        if is_lent(thing):
            number = self._link.lent_number(thing)
            return ("lent", number, kind.__name__, self._link.function(number).special)
        if is_artist(thing):
            return self._link.number_of(self._link.things.twin(thing))
        return None

    def _fresh_number(self, thing):
        """A number for an object of a class of the instructor's: its attributes are written after the rest."""
        if id(thing) not in self.fresh:
            self.fresh[id(thing)] = thing, len(self.fresh)
            self.waiting.append(thing)
        return self.fresh[id(thing)][1]


class _Written:
    """Things that are pickled one after the other: what is in two of them is one thing over there."""

    def __init__(self, link, keep):
        self._file = io.BytesIO()
        self._pickler = _Pickler(self._file, link, keep)

    def add(self, thing):
        """Write a thing. Raises: CannotPass."""
        try:
            self._pickler.dump(thing)
            while self._pickler.waiting:  # one may lead to another, and so on, and back
                thing = self._pickler.waiting.popleft()
                self._pickler.dump([self._pickler.fresh[id(thing)][1], dict(state_of(thing))])
        except Exception as error:
            raise CannotPass(
                f"An argument cannot pass from the tests to the student's process: {error}"[:500]
            ) from None

    @property
    def data(self):
        """What `student.Server` reads: bytes."""
        return self._file.getvalue()


def _described(function):
    """The name of a function, its documentation and its signature, pickled; or None for these."""
    name, doc = getattr(function, "__name__", "function"), getattr(function, "__doc__", None)
    try:
        signature = pickle.dumps(inspect.signature(function))
    except Exception:  # it has none, or a default that only the tests have
        signature = None
    return (name if type(name) is str else "function"), (doc if type(doc) is str else None), signature


def _importable(function):
    """Whether the other process has this function too: one of a package, not one that a cell made."""
    if isinstance(getattr(function, "__self__", None), types.ModuleType | type):
        return True
    module = sys.modules.get(getattr(function, "__module__", None) or "")
    if module is None or module.__name__ == "__main__":
        return False
    return getattr(module, getattr(function, "__name__", ""), None) is function


class Link:
    """The connection to one student's process. It may be used from several threads.

    channel: for questions and answers. second: for a question that is asked at the same time as
    another. memory: descriptor of the memory that both processes see.
    """

    def __init__(self, channel, second=None, memory=None):
        self._channel, self._second, self.memory = channel, second, OurMemory(memory)
        self._lock, self._gone = threading.RLock(), None
        self._numbers, self._requests, self._depth = itertools.count(1), itertools.count(1), 0
        self._received = 0
        self._functions, self._function_numbers, self._described = {}, {}, {}
        self.is_asking = self.is_looking = False
        self._returned = []  # containers that the last function of the tests that was called back gave
        self._raised = []  # by functions of the tests that were called back, in the cell that runs
        self.forgotten, self.things, self.asked, self.lucky = [], None, 0, 0
        self._seeded, self._seeds = random_numbers(), 0
        self.seeds = int  # a function: how often the tests have seeded random numbers
        self.names, self.mocks = None, None  # of the notebook: `names.Names` and `mocks.Mocks`
        self.common, self.settings = None, None  # of the notebook: `common.Common` and `wide.Settings`
        self.folder, self.takes_files = None, True  # that in which the tests work: `folder.Folder`

    def begin_counting(self, seeds):
        """Note from now on how often the tests seed random numbers. seeds: a function that counts it."""
        self.seeds, self._seeds = seeds, seeds()

    def next_number(self):
        """A number for a new object."""
        return next(self._numbers)

    def function_number(self, function):
        """A number under which the student's process may call a function of the tests."""
        key = id(function)
        if (owner := getattr(function, "__self__", None)) is not None:  # a method is made anew each time
            key = id(owner), function.__name__
        number = self._function_numbers.get(key)
        if number is None or self._functions[number] != function:
            number = self._function_numbers[key] = len(self._functions) + 1
            self._functions[number] = function
        return number

    def function_described(self, function):
        """Its number, and what is told of it, which is looked up once."""
        number = self.function_number(function)
        if number not in self._described:
            self._described[number] = number, *_described(function)
        return self._described[number]

    def path(self, thing):
        """How a path into the folder of the tests is told, which is elsewhere over there; else None.

        With it, the folder that it is, or that it lies in, where there is one.
        """
        inside = self.folder and self.folder.inside(str(thing))
        if inside is None:
            return None
        folder = inside if os.path.isdir(thing) else os.path.dirname(inside)
        there = os.path.isdir(os.path.join(self.folder.root, folder))
        return "path", inside, not isinstance(thing, str), folder if there else ""

    def lent_number(self, thing):
        """A number under which the student's process may ask an object of the tests."""
        number = self._function_numbers.get(id(thing))
        if number is None or getattr(self._functions[number], "thing", None) is not thing:
            number = self._function_numbers[id(thing)] = len(self._functions) + 1
            self._functions[number] = Lent(thing)
        return number

    def function(self, number):
        """The function of the tests with a number, or the `Lent` one. Raises: KeyError."""
        return self._functions[number]

    def raised(self, number):
        """The exception with a number that a function of the tests has raised. Raises: IndexError."""
        return self._raised[number]

    def forget(self, number, times):
        """Have a thing let go over there, with the next request."""
        self.forgotten.append((number, times))

    def number_of(self, standin):
        """How a stand-in is named to the student's process."""
        return self.things.number_of(standin)

    @property
    def gone(self):
        """The `Outcome` that says why no answer will come any more, or None."""
        return self._gone

    def must_be_there(self):
        """Raise Gone if no answer will come any more."""
        if self._gone is not None:
            raise Gone(self._gone.said)

    def ask(self, doing, operation, *arguments, seconds=CALL_SECONDS):
        """Ask for plain data. Raises: StudentError, with its `outcome`, where none came."""
        with self._lock:
            how, value, buffers, _ = self._exchange(doing, operation, arguments, seconds, keep=False)
            value = self._made(doing, lambda: Reader(buffers).read(value))
        if how == "cannot":
            raise CannotPass(str(value)[:2_000])
        if how != VALUE:
            raise as_error(as_outcome((how, value)))
        return value

    def call(self, doing, thing, arguments, options):
        """Call a thing over there. Random numbers that the test has seeded are seeded there too."""
        with self._lock:
            self.tell_seeds()
            self.things.lend_current()
            return self.value(doing, "call", thing, arguments, options)

    def tell_seeds(self):
        """Have random numbers over there begin where those here do, if the tests have seeded them or drawn some."""
        now = random_numbers()
        if not self.lucky and (self.seeds() != self._seeds or not same_numbers(now, self._seeded)):
            self.ask("seeding", "seed", *now)
            self._seeds, self._seeded = self.seeds(), now

    def value(self, doing, operation, *arguments, seconds=CALL_SECONDS):
        """Ask for any value; what is no plain value is a stand-in.

        Arrays that were passed, here or before, are changed as the student's code changed them.
        Raises: what was raised over there, or CannotPass.
        """
        with self._lock:
            if operation == "names":
                self.things.shared.begin()
                self._raised.clear()
            self.memory.push()
            before = self.things.given
            try:
                how, value, buffers, head = self._exchange(doing, operation, arguments, seconds, keep=True)
                self.memory.pull()
                self._draw(head, arguments)
                reader = Reader(buffers, self.things)
                self._made(doing, lambda: self._take(head, reader))
                self._made(doing, lambda: self._rename(head.get("renamed"), reader))
                self._made(doing, lambda: self._take_files(head.get("files"), buffers))
                value = self._made(doing, lambda: reader.read(value))
            finally:
                self.things.given = before
            self.things.tell_bases()
        if how == "cannot":
            raise CannotPass(str(value)[:2_000])
        if how != VALUE:
            outcome, error = value if isinstance(value, tuple) and len(value) == 2 else (value, None)
            if any(error is one for one in self._raised):
                if isinstance(error, StopIteration | StopAsyncIteration):  # it would end a loop of the tests'
                    raise RuntimeError(f"the student's code raised {type(error).__name__}")
                raise error
            outcome = as_outcome((how, outcome))
            raise as_error(outcome, error)
        return value

    def define(self, values, statements):
        """Have names stand for values of the tests over there, those that pass, and things imported.

        Returns: the names that do, a set. Raises: Gone.
        """
        values = self._that_pass(values)
        if self._defined(values, statements):
            return {*values}
        # one of them holds what is not known over there
        self._defined({}, statements)
        return {name for name, value in values.items() if self._defined({name: value}, [])}

    def _defined(self, values, statements):
        """Whether all of them could be defined."""
        if not values and not statements:
            return True
        with passing_over():
            try:
                self.value("defining names", "define", values, statements)
                return True
            except StudentError:
                self.must_be_there()
        return False

    def _take(self, head, reader):
        """Have containers hold here what they hold over there."""
        self._share(head.get("returned"), self._returned)
        self.things.take_objects(reader, head.get("objects") or [])
        reader.list(0, head.get("moved") or [])
        self._mend(head.get("changed"), reader)
        self._share(head.get("kept"), self.things.given)
        for number in head.get("dropped") or ():
            self.things.shared.drop(number)

    def _mend(self, changed, reader):
        """Change the containers that were passed as they were changed over there.

        changed: pairs of a container's place and its new content.
        """
        containers = self.things.given
        for place, new in changed or ():
            new, old = reader.read(new), containers[place]
            if type(place) is not int or not fits(new, old):
                raise Gone("a message of the wrong form")
            if not is_of_a_package(old):
                put(old, new)

    def _take_files(self, written, buffers):
        """Write the files into our folder that were written over there."""
        if not written or self.folder is None:
            return
        names, gone = written
        if not all(type(name) is str for name in (*names, *gone)) or len(names) > MOST_FILES:
            raise Gone("a message of the wrong form")
        new = dict(zip(names, map(bytes, buffers[len(buffers) - len(names) :]), strict=True))
        if self.takes_files:
            self.folder.take({name: new[name] for name in names if passes(name, new[name])}, gone)

    def _rename(self, written, reader):
        """Let names of the student's stand for what they stand for over there by now."""
        if written and self.names is not None:
            self.names.take_back(reader.read(written))

    def _draw(self, head, arguments):
        """Let random numbers move on that the student's code has drawn.

        By as many as the solution has drawn at once in the same cell of tests; else by one, or the student's code
        could choose how they go on.
        """
        if (now := claimed(head.get("drew"))) is not None:
            drawn = words_between(random_numbers(), now)
            text = "draws {} {}".format(*drawn)
            if None not in drawn and self.things.may_draw(text):
                random.setstate(now[0]), np.random.set_state(now[1])
            else:
                random.random(), np.random.random_sample()
            self._seeded = random_numbers()
        given, moved = generators_in(arguments), head.get("drawn")
        for place in moved if isinstance(moved, list) else ():
            if type(place) is int and 0 <= place < len(given):
                one = given[place]
                one.random_sample() if isinstance(one, np.random.RandomState) else one.random()

    def _share(self, kept, containers):
        """Have what was passed as one on both sides from now on. kept: pairs of a place and a number."""
        for place, number in kept or ():
            if type(number) is not int or self.things.shared.count > 2 * MOST_OBJECTS:
                raise Gone("a message of the wrong form")
            if not self.things.shared.is_known(number):
                self.things.shared.take(number, containers[place])
            if is_of_a_package(containers[place]):
                self.things.shared.drop(number)

    def _exchange(self, doing, operation, arguments, seconds, keep):
        """Send a request and receive its answer: `(how, written value, buffers, head)`."""
        if self._gone is not None:
            raise as_error(self._gone)
        before, self.is_asking = self.is_asking, True
        try:
            return self._exchanged(doing, operation, arguments, seconds, keep)
        finally:
            self.is_asking = before

    def _exchanged(self, doing, operation, arguments, seconds, keep):
        """See `_exchange`."""
        if keep and operation != "define":
            self._tell_names()
        written = _Written(self, keep)
        written.add((operation, *arguments))
        unused = []
        if keep:
            shared = self.things.shared
            changed = self._write_changes(written)
            if self.common is not None and operation != "common":
                self.common.passes(arguments)
            self.things.given = list(containers_in(arguments, shared.number, changed))
            shared.drop_unused()
            unused = shared.dropped()
        number, self.asked = next(self._requests), self.asked + 1
        forgotten, self.forgotten = self.forgotten, []
        head = {"number": number, "doing": str(doing)[:500], "forgotten": forgotten, "unused": unused}
        head |= {"settings": made} if self.settings and (made := self.settings.changed(self.folder)) else {}
        head |= {"deleted": deleted} if self.names and (deleted := self.names.deleted()) else {}
        try:
            self._channel.send(head, [written.data])
            head, buffers = self._answer(number, time.monotonic() + seconds + GRACE_SECONDS, doing)
        except Silent:
            self._end(LATE, f"{doing} was still running after {seconds} s")
        except (Gone, OSError):
            self._end(ENDED, str(doing))
        self._show(head if keep else {"printed": head.get("printed")})
        how = head.get("how")
        return how if how in (VALUE, RAISED, LATE, "cannot") else RAISED, head.get("value"), buffers, head

    def _tell_names(self):
        """Have names stand over there for what the tests have given to them since."""
        if self.names is not None and self._gone is None:
            self.define(self.names.rebound(), [])

    def _write_changes(self, written):
        """Write what the tests did to containers that both have, to packages and files.

        Returns: those containers. What is in them and in the request is one thing over there too.
        """
        shared, changes = self.things.shared, []
        mocks = self._that_pass(self.mocks.now()) if self.mocks else {}
        mocks |= self._that_pass(self.names.shadowed()) if self.names else {}
        files = self.folder.changed() if self.folder else ({}, [])
        for number in shared.changed():
            content = copy_of(shared.find(number))
            if not self._passes(content):  # from now on both have their own
                shared.drop(number)
                continue
            shared.note(number)
            changes.append((number, content))
        if changes or mocks or any(files):
            written.add((changes, mocks, files))
        return [shared.find(number) for number, _ in changes]

    def _that_pass(self, values):
        """Those of a dict's values that can pass."""
        return {key: value for key, value in values.items() if self._passes(value)}

    def _passes(self, value):
        with passing_over():
            self._pickled(value, keep=True)
            return True
        return False

    def is_plain(self, value):
        """Whether a value can pass, and there are plain values in it alone: no functions, nothing that is lent."""
        self.is_looking = True
        try:
            return self._passes(value)
        finally:
            self.is_looking = False

    def tell_changes(self):
        """Have what the tests have changed in place, and the files that they have written, changed over there too."""
        with passing_over(StudentError):
            self.value("going on", "same", None)

    def stays_here(self, value):
        """Whether a value has functions or objects of the tests' in it, which can be asked only while these wait.

        What is lent to be asked, a database say, is not among them.
        """
        is_asked = is_lent(value) and type(value).__module__ != "__main__"
        return not (is_asked or self.is_plain(value))

    def _pickled(self, request, keep):
        written = _Written(self, keep)
        written.add(request)
        return written.data

    def _made(self, doing, make):
        """Make a value of what came; who sends what no `Writer` wrote is not asked any more."""
        try:
            return make()
        except (Gone, ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            self._end(ENDED, str(doing))

    def _end(self, how, message):
        """Note that no answer will come any more, and raise it."""
        kind = "StillRunning" if how == LATE else "ProcessEnded"
        self._gone = Outcome(how, kind=kind, message=message, kinds=(kind, "Exception"))
        raise as_error(self._gone) from None

    @staticmethod
    def _show(head):
        """Print here what was printed over there, and warn of what was warned of."""
        for name, stream in (("printed", sys.stdout), ("complained", sys.stderr)):
            text = head.get(name)
            if isinstance(text, str) and text:
                print(text[:MOST_PRINTED], end="", file=stream)
        warned = head.get("warned")
        for one in warned[:MOST_WARNED] if isinstance(warned, list) else ():
            if type(one) is not list or len(one) != 2 or type(one[0]) is not list:
                continue
            kinds, text = one
            category = next(filter(None, map(_warning, map(str, kinds))), UserWarning)
            # which line it was does not pass: none has been warned of before
            warnings.warn_explicit(str(text)[:MOST_PRINTED], category, "<the student's cell>", 1, registry={})

    # While an answer is waited for ---------------------------------------------------------------

    def _answer(self, number, until, doing):
        """Receive the answer to a request; one to an earlier request, given up since, is left."""
        before = self._received
        while True:
            try:
                head, buffers = self._channel.receive(max(0, until - time.monotonic()))
            except Silent:  # or its answer came while a function of the tests asked in turn
                self._note_callbacks(doing, before)
                raise
            self._received += 1
            if "call" in head:
                self._call_back(head, buffers, until)
            elif head.get("number") == number:
                if head.get("how") == LATE:
                    self._note_callbacks(doing, before)
                return head, buffers

    def _note_callbacks(self, doing, before):
        """Have the cell tell nothing of an answer whose time is over after very many calls across.

        What functions of the tests asked in turn is among them. before: how many messages had come.
        """
        passed = self._received - before
        if passed > MANY_CALLBACKS:
            CannotPass(  # which the cell then says
                f"{doing} had called functions of the tests, or they had called the answer's, {passed:,} times "
                "when its time was over: each call takes longer than in one process."
            )

    def _call_back(self, head, buffers, until):
        """Call a function of the tests for the student's process, and send what came of it."""
        self._show(head)
        self._depth += 1
        given = self.things.given  # of the question that is answered: they may come back as arguments
        try:
            function = builtins.input if head["call"] is INPUT else self._functions.get(head["call"])
            if function is None or self._depth > DEEP:
                raise RecursionError("a function of the tests was called too deep inside itself")
            self.memory.pull()
            reader = Reader(buffers, self.things)
            self._take(head, reader)
            arguments, options = reader.read(head.get("value"))
            self.things.given = ()
            kept = self.common is not None and any(function is one for one in self.common.called)
            with deeper(), little_memory() if kept else contextlib.nullcontext():
                value, error = _limited(lambda: function(*arguments, **(options or {})), until)
            value = apart(value, arguments) if kept else value
            self.memory.push()
        except Gone:
            raise
        except (Exception, CannotPass) as raised:
            value, error = None, raised
        finally:
            self._depth -= 1
            self.things.given = given
        portable = _portable(error)
        if portable is not None and len(self._raised) < MOST_RAISED:
            portable.of_the_tests = len(self._raised)
            self._raised.append(error)
        self._tell_names()
        written = _Written(self, keep=True)
        try:
            written.add((value, portable))
        except CannotPass as cannot:
            value, written = None, _Written(self, keep=True)
            written.add((None, TypeError(str(cannot))))
        changed = self._write_changes(written)
        self._returned = list(containers_in((value,), self.things.shared.number, changed))
        self._channel.send({"called": True}, [written.data])

    # Two at once -----------------------------------------------------------------------------------

    def both(self, doing, requests, seconds=CALL_SECONDS):
        """Ask two questions at the same time, over two channels: their `Outcome`s."""
        with self._lock:
            number, second = next(self._requests), self._pickled(requests[1], keep=False)
            try:
                self.ask(doing, "listen")
                self._second.send({"number": number, "doing": doing}, [second])
                first = as_outcome(self.ask(doing, *requests[0], seconds=seconds))
                until = time.monotonic() + seconds + GRACE_SECONDS
                head = {}
                while head.get("number") != number:
                    head, buffers = self._second.receive(max(0, until - time.monotonic()))
                other = self._made(doing, lambda: Reader(buffers).read(head.get("value")))
            except StudentError as error:
                return [error.outcome] * 2
            except Silent:
                late = Outcome(
                    LATE, kind="StillRunning", message=f"{doing} were still running after {seconds} s"
                )
                return [late] * 2
            except (Gone, OSError):
                return [Outcome(ENDED, kind="ProcessEnded", message=doing)] * 2
            return [first, as_outcome(other)]


@contextlib.contextmanager
def deeper():
    """Let Python's functions be deeper inside one another meanwhile, by those of ours."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(before + FRAMES)
    try:
        yield
    finally:
        if sys.getrecursionlimit() == before + FRAMES:  # else somebody has set it otherwise
            sys.setrecursionlimit(before)


def _limited(function, until):
    """Call a function of the tests, but not longer than the answer is waited for."""
    if threading.current_thread() is threading.main_thread():
        return by_signal(function, max(0.1, until - time.monotonic()), "a function of the tests")
    try:
        return function(), None
    except (Exception, CannotPass) as error:
        return None, error


def _portable(error):
    """An exception that can be sent: one of Python's own of the same kind, with the same words."""
    if error is None or isinstance(error, StopIteration | Elsewhere):  # or one of the student's own
        return error
    if isinstance(error, CannotPass):  # the student's code may go on without the thing
        return TypeError(str(error))
    if is_common(type(error)):
        return error
    plain = all(type(part) in FLAT for part in error.args)
    for kind in type(error).__mro__:
        if ERRORS.get(kind.__name__) is kind:
            for arguments in (error.args, (str(error),)) if plain else ((str(error),),):
                try:
                    return kind(*arguments)
                except TypeError:  # one that wants more arguments
                    continue
    return Exception(str(error))


def containers_in(arguments, known=lambda thing: None, changed=(), told=lambda thing: False):
    """What in some arguments can be changed in place, but arrays in common memory: each once, in a fixed order.

    known: a function (container) -> None, or what says that both sides have it anyway, which is left out.
    changed: containers that both sides have, and that hold other things now; what is in them comes first.
    told: a function that says of an object of a module whether it is the student's own, a stand-in here.
    """
    seen, kinds, waiting = set(map(id, changed)), {}, collections.deque()
    for container in changed:
        waiting += parts_of(container)
    waiting += arguments
    while waiting:
        thing = waiting.popleft()
        kind = type(thing)
        if kind in FLAT:
            continue
        if (has_state := kinds.get(kind)) is None:
            has_state = kinds[kind] = is_of_module(thing)
        if has_state and told(thing):
            continue
        if has_state or kind in CONTAINERS or is_table(thing) or is_by_value(thing):
            if id(thing) in seen:
                continue
            seen.add(id(thing))
            if known(thing) is None:
                yield thing
        waiting += [part for part in parts_of(thing) if type(part) not in FLAT]


def _warning(name):
    """The class of warnings of a name, one of Python's or of a locked cell; None, where there is none."""
    with contextlib.suppress(KeyError):
        kind = WARNINGS.get(name) or common_class(name)
        return kind if issubclass(kind, Warning) else None


def parts_of(thing):
    """What may be changed in place in a thing."""
    if is_of_module(thing):
        return state_of(thing).values()
    if type(thing) in (list, tuple, collections.deque):
        return () if is_flat(thing) else thing
    return thing.values() if type(thing) in CONTAINERS and isinstance(thing, dict) else ()


def generators_in(arguments):
    """The random number generators among the arguments of a call, in a fixed order."""
    found = []
    for part in arguments:
        parts = part.values() if type(part) is dict else part if type(part) is tuple else (part,)
        found += [one for one in parts if isinstance(one, GENERATORS)]
    return found


def is_flat(items):
    """Whether there is nothing among some items but plain values that have nothing in them."""
    return FLAT.issuperset(map(type, items))


def as_outcome(value):
    """Make an `Outcome` of what came for one: a pair of how, and a value or what describes it."""
    if not isinstance(value, tuple) or len(value) != 2:
        return Outcome(RAISED, kind="Exception", kinds=("Exception",))
    how, value = value
    if how == VALUE:
        return Outcome(value=value)
    facts = {
        name: kept
        for name, told in (value.items() if isinstance(value, dict) else ())
        if name in _KEPT and (kept := _KEPT[name](told)) is not None
    }
    facts["kind"] = facts.get("kind") or "Exception"
    if facts["kind"] == "NameError":
        facts["message"] = explained(facts.get("message", ""))
    return Outcome(LATE if how == LATE else RAISED, **facts)


def _text(most):
    """A reader of a text, of up to `most` letters; None for all else."""
    return lambda told: told[:most] if isinstance(told, str) else None


def _texts(told):
    """Texts, up to fifty of 2,000 letters; None for what is no list."""
    if not isinstance(told, (tuple, list)):
        return None
    return tuple(item[:2_000] for item in told[:50] if isinstance(item, str))


def _truth(told):
    return told if type(told) is bool else None


def _whole(told):
    return told if type(told) is int else None


_KEPT = {
    "kind": _text(100),
    "message": _text(8_000),
    "notes": _texts,
    "kinds": _texts,
    "file": _text(300),
    "method": _text(100),
    "number": _whole,
    "line": _text(300),
    "causes": _texts,
    "suggestion": _text(100),
    "looping": _truth,
}
"""What of an exception's description is taken from the student's process, and how much of it."""


def as_error(outcome, error=None):
    """Return an exception to raise for an `Outcome`.

    It is of the same name as that over there, and also of the same built-in type, so that
    `except IndexError` works. error: one that was made of what came, of a class of the student's own,
    or of Python's: then its arguments and its cause are taken.
    """
    if error is not None and is_common(type(error)):
        pass
    elif not isinstance(error, StudentError):
        kind = next((ERRORS[name] for name in outcome.kinds if name in ERRORS), Exception)
        bases = (StudentError,) if kind is Exception else (StudentError, kind)
        name = outcome.kind if outcome.kind.isidentifier() else "Exception"
        said = {"__module__": "builtins", "__str__": lambda self: outcome.message}
        cause, context = getattr(error, "__cause__", None), getattr(error, "__context__", None)
        arguments = (outcome.message,)
        arguments = error.args if isinstance(error, kind) else arguments
        if isinstance(error, OSError) and error.filename is not None:
            arguments = (*error.args, error.filename)
        try:
            error = type(name, bases, said)(*arguments)
        except TypeError:  # a built-in whose constructor wants more, such as UnicodeDecodeError
            error = type(name, (StudentError,), said)(outcome.message)
        error.__context__ = context
        if cause is not None:
            error.__cause__ = cause
    error.outcome = outcome
    for note in outcome.notes:
        error.add_note(note)
    return error
