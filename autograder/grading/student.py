"""The student's process: runs the student's cells, and serves what they define.

What a class is asked it is asked by `host.Here` and `host.Guest`, as in a notebook. Nothing in here
protects anything: the student's code shares this process, and can change all of it. It can so change
what its own class serves, which it could anyway.
"""

import builtins
import contextlib
import copy
import inspect
import io
import operator
import os
import pathlib
import pickle
import random
import select
import sys
import threading
import time
import types
import warnings
from dataclasses import fields

from autograder.grading import figures, twins
from autograder.grading.attempts import Attempts
from autograder.grading.classes import (
    add_state,
    common_class,
    given_to_classes,
    know_classes,
    modules_beside,
    put_in_class,
)
from autograder.grading.derived import OF_PYTHON, inherited, made_there
from autograder.grading.draws import random_numbers, same_numbers, states_of
from autograder.grading.folder import PASSING, Folder
from autograder.grading.lent import stand_for
from autograder.grading.link import (
    INPUT,
    containers_in,
    deeper,
    generators_in,
)
from autograder.grading.memory import TheirMemory
from autograder.grading.mocks import mocked
from autograder.grading.positions import has_position, position
from autograder.grading.shared import held, holds, put
from autograder.grading.sources import bound
from autograder.grading.telling import Telling, annotations_of, content_of
from autograder.grading.values import CannotPass, Writer, Written
from autograder.grading.wide import made_for
from autograder.grading.wire import BODY_BYTES, Gone
from autograder.sequence.folders import write_files
from autograder.sequence.host import Guest, Here, fewer
from autograder.sequence.limits import CALL_SECONDS, by_signal
from autograder.sequence.outcome import VALUE, Outcome, raised

__all__ = ["live"]

MOST_GUESTS, AT_ONCE = 400, 100
"""Objects that are kept for the tests; batches that are served in one answer."""
MOST_BYTES = BODY_BYTES // 8
"""An answer that has so much in it is sent, and what is left is asked for again."""
MOST_PRINTED, MOST_WARNED = 200_000, 50
INLINE = "module://matplotlib_inline.backend_inline"
FACTS = [field.name for field in fields(Outcome) if field.name not in ("how", "value")]
FIT = ("_workers", "_use_multiprocessing", "_max_queue_size")
"""What Keras' base class keeps on an object, once it was set up."""


def draw_in_cells():
    """Let figures be shown below their cell, and end with it, as in a notebook."""
    os.environ["MPLBACKEND"] = INLINE
    if "matplotlib" in sys.modules:
        sys.modules["matplotlib"].rcParams["backend"] = INLINE


def _kinds_of(category):
    """The names of a warning's class, and of those that it is derived from."""
    return [kind.__name__ for kind in category.__mro__ if issubclass(kind, Warning)]


def _whole(value):
    """A whole number as an int, what is none as None."""
    try:
        return operator.index(value)
    except TypeError:
        return None


class _Printed(io.TextIOBase):
    """Keeps what is printed while a question is answered, up to a limit."""

    encoding = "utf-8"

    def __init__(self):
        self.parts, self.left = [], MOST_PRINTED

    def writable(self):
        return True

    def write(self, text):
        text = str(text)
        if self.left > 0:
            self.parts.append(text[: self.left])
        self.left -= len(text)
        return len(text)

    def take(self):
        """Return what was printed, and begin anew."""
        text = "".join(self.parts) + ("\n… more output was cut off\n" if self.left < 0 else "")
        self.parts, self.left = [], MOST_PRINTED
        return text


class _Unpickler(pickle.Unpickler):
    """Reads a request of our own test process."""

    def __init__(self, file, server):
        super().__init__(file)
        self._server = server

    def persistent_load(self, name):
        kind, *parts = name
        return getattr(self._server, f"find_{kind}")(*parts)


class Server:
    """Answers the test process: makes objects of what the cells defined, and asks them.

    namespace: of the cells. channel: to the test process; second: for one of two questions that are
    asked at once. memory: descriptor of the memory that both processes see.
    """

    def __init__(self, namespace, channel=None, second=None, memory=None):
        self.namespace, self._channel, self._second = namespace, channel, second
        self._memory, self._telling = TheirMemory(memory), Telling()
        self._tables, self._fresh = {}, {}  # of the request that is answered
        self._names = {}  # that the tests are given, and what they stood for when they were told
        self._guests, self._functions, self._luck, self._folders = {}, {}, [], []
        self._here = {}  # functions of locked cells that the tests call, but while nobody asks, by number
        self._writer, self.folder = Writer(), None
        self._given = []  # containers that came with the question
        self._returned = []  # those that a function of the tests has returned, as `_kept` has them
        self._seeded = False  # by the tests
        self._positions = {}  # of iterators, say, when the locked cell had run that made them, by name
        self._printed, self._complained, self._serving = _Printed(), _Printed(), None
        self._filters = list(warnings.filters)

    def begin_in(self, folder):
        """Work in a folder, that of the cells."""
        self.folder = self._telling.folder = Folder(folder, PASSING)
        modules_beside(folder)

    def made_by(self, source):
        """Note what a locked cell has made that the tests have their own of. source: its text."""
        know_classes(self.namespace, bound(source))
        for name in bound(source) & self.namespace.keys():
            if has_position(thing := self.namespace[name]):
                self._positions[name] = thing, position(thing)

    # Questions and answers -----------------------------------------------------------------------

    def serve(self, head, buffers):
        """Answer one request."""
        if "number" not in head:  # the answer to a callback that was given up
            return
        # of what is answered just now
        before = sys.stdout, sys.stderr, builtins.input, self._serving, self._writer
        sys.stdout, sys.stderr, self._serving = self._printed, self._complained, threading.get_ident()
        builtins.input = lambda prompt="": self._call_back(INPUT, (str(prompt),), {})
        try:
            with warnings.catch_warnings(record=True) as warned, self._without(head.get("deleted", ())):
                # what is to be heard the tests say, but for what the cells have said themselves
                warnings.simplefilter("always", append=warnings.filters != self._filters)
                answer, made = self._answer(head, buffers)
        finally:
            sys.stdout, sys.stderr, builtins.input, self._serving, self._writer = before
        head = {"number": head["number"], **self._said(), **answer}
        if warned:
            head["warned"] = [[_kinds_of(one.category), str(one.message)] for one in warned[:MOST_WARNED]]
        self._channel.send(head, made)

    def _said(self):
        """What was printed since this was asked last, and what was written to stderr, where anything was."""
        told = {"printed": self._printed.take(), "complained": self._complained.take()}
        return {name: text for name, text in told.items() if text}

    @contextlib.contextmanager
    def _without(self, names):
        """Let the cells' names be deleted as the tests have deleted them, while one question is answered."""
        taken = {name: self.namespace.pop(name) for name in names if name in self.namespace}
        try:
            yield
        finally:
            self.namespace.update({name: old for name, old in taken.items() if name not in self.namespace})

    def _answer(self, head, buffers):
        self._tables = {}
        try:
            (operation, *arguments), *changes = self._read_all(buffers[0])
            mocks, changed = self._change(changes)
        except Exception as error:  # an object of a class that only a cell of tests defines
            said = f"An argument cannot pass from the tests to the student's process: {error}."
            return {"how": "cannot", "value": said[:500]}, []
        with mocked(mocks, self.namespace):
            return self._carried_out(head, operation, arguments, changed)

    @property
    def _root(self):
        return self.folder.root if self.folder else ""

    def _carried_out(self, head, operation, arguments, changed):
        doing = head["doing"]
        try:
            for number, times in head["forgotten"]:
                self._forget(number, times)
            for number in head["unused"]:
                self._telling.shared.drop(number)
            method = getattr(self, f"do_{operation}")
            if operation in _OF_ANY_VALUE:
                return self._any_value(doing, method, arguments, changed, head.get("settings", {}))
            writer = self._writer = Writer()
            # Each call in it has a limit of its own; round them all, the alarm is set up once.
            with made_for(head.get("settings", {}), self._root):
                value, error = by_signal(lambda: method(*arguments), 4 * CALL_SECONDS, doing)
            if error is None:
                value, error = by_signal(lambda: writer.write(value), CALL_SECONDS, doing)
            if error is not None:
                raise error
            return {"how": VALUE, "value": value}, writer.buffers
        except BaseException as error:
            outcome, writer = raised(error), Writer()
            return {"how": outcome.how, "value": writer.write(_facts(outcome))}, writer.buffers

    def _any_value(self, doing, method, arguments, changed, settings):
        """Carry out a request whose answer may be anything: `(answer, buffers)`.

        changed: what the tests have changed of what both have. settings: see `wide`.
        """
        writer, shared = Writer(self._telling), self._telling.shared
        containers = list(containers_in(arguments, shared.number, changed, self._telling.is_told))
        given, self._given = self._given, [(container, held(container)) for container in containers]
        generators = generators_in(arguments)
        states = [pickle.dumps(generator) for generator in generators]
        numbers = random_numbers() if self._seeded else None
        kept = []
        for place, container in enumerate(containers):
            self._telling.give(container, ["given", "container", place])
        try:
            with made_for(settings, self._root):
                value, error = by_signal(lambda: method(*arguments), CALL_SECONDS, doing)
            moved = list(self._moved(writer))
            changed = self._changed(writer)
            renamed = self._renamed(writer)
            kept = self._kept(containers)
            drawn = [
                place
                for place, (generator, state) in enumerate(zip(generators, states))
                if pickle.dumps(generator) != state
            ]
            now = random_numbers()
            drew = states_of(now) if numbers is not None and not same_numbers(numbers, now) else None
            if error is None:
                write = value.written if isinstance(value, _Names) else lambda w: w.write(value)

                def written():
                    with writer.whole():
                        return write(writer), writer.objects()

                value, error = by_signal(written, CALL_SECONDS, doing)
            if error is None:
                answer = {"how": VALUE, "value": value[0], "objects": value[1]}
            elif isinstance(error, CannotPass):
                answer = {"how": "cannot", "value": str(error)}
            else:
                outcome = raised(error)
                told = ["t", [writer.write(_facts(outcome)), self._telling.error(error, writer)]]
                answer = {"how": outcome.how, "value": told, "objects": writer.objects()}
        except CannotPass as error:
            self._take_back(writer, kept)
            return {"how": "cannot", "value": str(error)}, []
        finally:
            self._given = given
            self._telling.take_back()
        answer |= {"changed": changed, "moved": moved, "renamed": renamed, "drew": drew, "drawn": drawn}
        answer |= {"kept": kept, "returned": self._returned, "dropped": shared.dropped()}
        self._returned = []
        new, gone = self.folder.changed() if self.folder else ({}, [])
        answer |= {"files": [list(new), gone]} if new or gone else {}
        return answer, [*writer.buffers, *new.values()]

    def _changed(self, writer):
        """Write what the containers hold that came with the question, where it is another thing now."""
        return [
            [place, writer.content(container)]
            for place, (container, before) in enumerate(self._given)
            if not holds(container, before)
        ]

    def _kept(self, containers):
        """Have containers of the tests as one on both sides from now on: pairs of a place and a number."""
        kept = [[place, self._telling.shared.add(container)] for place, container in enumerate(containers)]
        return [pair for pair in kept if pair[1] is not None]

    def _take_back(self, writer, kept):
        """Note that nothing of an answer is told to the tests."""
        self._telling.shared.untell(writer.told)
        for _, number in kept:
            self._telling.shared.drop(number)

    def _moved(self, writer):
        """Write the containers that both have, and that hold another thing now."""
        for number in self._telling.shared.changed():
            try:
                with writer.whole():
                    yield writer.shared(number)
            except CannotPass:  # from now on both have their own
                self._telling.shared.drop(number)

    def _renamed(self, writer):
        """Write the names of the tests that stand for another thing now; None where there are none."""
        now = {name: self.namespace[name] for name in self._names if name in self.namespace}
        found = _Names((name, thing) for name, thing in now.items() if thing is not self._names[name])
        self._names |= now
        return found.written(writer) if found else None

    def _change(self, changes):
        """Do what the tests did to containers that both have, to packages and files.

        Returns what they have mocked, and those containers.
        """
        if not changes:
            return {}, []
        ((changes, mocks, files),) = changes  # pairs of a number and the content; a dict
        shared = self._telling.shared
        if any(files):
            self.folder.take(*files)
        changed = []
        for number, content in changes:
            with contextlib.suppress(ValueError):  # an array that has another shape by now
                if shared.is_known(number):
                    put(shared.find(number), content)
                    shared.note(number)
            changed.append(shared.find(number) if shared.is_known(number) else content)
        return mocks, changed

    def _name(self, values):
        """Have names of the cells stand for values: {name: value}; one in a locked class is "Class.name"."""
        for name, value in values.items():
            if "." in name:
                put_in_class(name, value)
            else:
                self.namespace[name] = value

    def _read(self, buffers):
        return _Unpickler(io.BytesIO(buffers[0]), self).load()

    def _read_all(self, data):
        """All that was written one after the other: what is in two of them is one thing."""
        file, found = io.BytesIO(data), []
        unpickler, self._fresh = _Unpickler(file, self), {}
        while file.tell() < len(data):
            part = unpickler.load()
            if type(part) is list:  # the attributes of an object that was named before
                add_state(self._fresh[part[0]], part[1])
            else:
                found.append(part)
        return found

    def _forget(self, number, times):
        """Let go what the tests have let go, so that its files and memory are free again."""
        if times is None:
            self._guests.pop(number, None)
        else:
            self._telling.forget(number, times)

    # What a request may name -----------------------------------------------------------------------

    def find_array(self, *place):
        """An array in the common memory."""
        array = self._memory.array(*place)
        self._telling.give(array, ["given", "array", place[0]])
        return array

    def find_path(self, inside, is_path, folder):
        """A path into the folder in which the tests work: into that of the cells."""
        os.makedirs(os.path.join(self.folder.root, folder), exist_ok=True)
        path = os.path.join(self.folder.root, inside) if inside else self.folder.root
        return pathlib.Path(path) if is_path else path

    def find_shared(self, number):
        """A container that both have."""
        return self._telling.shared.find(number)

    def find_table(self, key, data):
        """A table of pandas; the same one where a request names it again."""
        if key not in self._tables:
            self._tables[key] = self._read([data])
        return self._tables[key]

    def find_list(self, key, data):
        """A long list of plain values; the same one where a request names it again."""
        if key not in self._tables:
            self._tables[key] = pickle.loads(data)
        return self._tables[key]

    def find_view(self, name, mapping):
        """A view of a dict: of its items, keys or values."""
        return getattr(mapping, name)()

    def find_thing(self, number):
        """What was told under a number."""
        return self._telling.thing(number)

    def find_fresh(self, number, kind, attributes):
        """An object of a class of the instructor's, whose other attributes come later."""
        if number not in self._fresh:
            self._fresh[number] = kind.__new__(kind)
            add_state(self._fresh[number], attributes)
        return self._fresh[number]

    def find_kind(self, name):
        """A class that a locked cell has defined."""
        return common_class(name)

    def find_error(self, name, arguments, attributes):
        """An exception of such a class."""
        error = common_class(name).__new__(common_class(name), *arguments)
        error.args = arguments
        vars(error).update(attributes)
        return error

    def find_member(self, number, name):
        """A member of an enum that was told."""
        kind = self._telling.thing(number)
        return kind[name] if isinstance(name, str) else kind(name)

    def find_named(self, number, items):
        """A named tuple of a class that was told."""
        return self._telling.thing(number)._make(items)

    def find_function(self, number, name, doc, signature):
        """A function of the tests."""
        if number not in self._functions:

            def function(*arguments, **options):
                if number in self._here and threading.get_ident() != self._serving:
                    return self._here[number](*arguments, **options)
                return self._call_back(number, arguments, options)

            function.__name__ = function.__qualname__ = name
            function.__doc__ = doc
            if signature is not None:
                function.__signature__ = pickle.loads(signature)
                function.__annotations__ = annotations_of(function.__signature__)
            self._functions[number] = function
            self._telling.give(function, ["given", "function", number])
        return self._functions[number]

    def find_lent(self, number, name, special):
        """What stands for an object of the tests."""
        if number not in self._functions:

            def ask(*arguments, **options):
                return self._call_back(number, arguments, options)

            self._functions[number] = stand_for(ask, name, special)
            self._telling.give(self._functions[number], ["given", "lent", number])
        return self._functions[number]

    def _call_back(self, number, arguments, options):
        """Have a function of the tests called by the tests, and return what it returns."""
        if threading.get_ident() != self._serving:
            raise RuntimeError("A function of the tests can be called while the tests wait, not later.")
        writer, kept = Writer(self._telling), []
        try:
            head = {"call": number, "moved": list(self._moved(writer)), "changed": self._changed(writer)}
            head["kept"] = kept = self._kept([container for container, _ in self._given])
            head["value"] = writer.write((arguments, options or None))
            head["objects"] = writer.objects()
            head["returned"], self._returned = self._returned, []
        except CannotPass:
            self._take_back(writer, kept)
            raise
        self._given = [(container, held(container)) for container, _ in self._given]
        self._channel.send(head | self._said(), writer.buffers)
        with deeper():
            while True:
                head, buffers = self._channel.receive()
                if "called" in head:
                    break
                self.serve(head, buffers)
        (value, error), *changes = self._read_all(buffers[0])
        _, changed = self._change(changes)
        known = self._telling.shared.number
        self._returned = self._kept(containers_in((value,), known, changed, self._telling.is_told))
        if error is not None:
            raise error
        return value

    # Any value ---------------------------------------------------------------------------------------

    def do_call(self, thing, arguments, options):
        """Call a function, a class or an object."""
        return thing(*arguments, **options)

    def do_method(self, thing, name):
        """Call a method without arguments."""
        return getattr(thing, name)()

    def do_get(self, thing, name):
        """An attribute of a thing."""
        return getattr(thing, name)

    def do_within(self, artist, way, name):
        """An attribute of an artist that is in another one."""
        return getattr(figures.part_of(artist, way), name)

    def do_same(self, thing):
        """A thing as it is now."""
        return thing

    def do_set(self, thing, name, value):
        """Set an attribute of a thing."""
        setattr(thing, name, value)

    def do_delete(self, thing, name):
        """Delete an attribute of a thing."""
        delattr(thing, name)

    def do_special(self, thing, name, *arguments):
        """Call one of Python's own methods, as the class of the thing has it."""
        method = getattr(type(thing), name, None)
        if method is None:
            raise TypeError(f"{type(thing).__name__!r} object has no {name}")
        return method(thing, *arguments)

    def do_next(self, iterator):
        """The next item of an iterator, in a tuple; at the end None and what a generator has returned."""
        try:
            return (next(iterator),)
        except StopIteration as stop:
            return None, stop.value

    def do_send(self, generator, value):
        """Send a value into a generator; as `do_next`."""
        try:
            return (generator.send(value),)
        except StopIteration as stop:
            return None, stop.value

    def do_throw(self, generator, error):
        """Raise an exception in a generator; as `do_next`."""
        try:
            return (generator.throw(error),)
        except StopIteration as stop:
            return None, stop.value

    def do_close(self, generator):
        """Close a generator."""
        generator.close()

    def do_vars(self, kind):
        """What a class has of its own, those parts of it that pass."""
        return _Names((name, thing) for name, thing in vars(kind).items() if name not in OF_PYTHON)

    def do_derive(self, name, bases, parts, options):
        """Make a class that a test derives; its number."""
        kind = made_there(name, bases, parts, options)
        return self._telling.as_known(kind)

    def do_inherits(self, kind):
        """The names of what a class derived from this one inherits, and whether each is a property."""
        return inherited(kind)

    def do_inherited(self, kind, name, thing, arguments, options):
        """Call what an object has from a base class; of a property, its value."""
        found = inspect.getattr_static(kind, name)
        if isinstance(found, property):
            return found.__get__(thing, type(thing))
        return getattr(kind, name)(thing, *arguments, **options)

    def do_content(self, thing):
        """What an object of a class derived from one of Python's containers holds."""
        return content_of(thing)

    def do_awaited(self, coroutine):
        """What a coroutine returns."""
        import asyncio

        return asyncio.run(coroutine)

    def do_array(self, thing):
        """The array that a thing says it is."""
        import numpy as np

        return np.asarray(thing)

    def do_copy(self, thing, how):
        """A copy of a thing: by "copy", "deepcopy" or "pickle"."""
        if how == "pickle":
            return pickle.loads(pickle.dumps(thing))
        return getattr(copy, how)(thing)

    def do_names(self, names):
        """What names stand for, those of them that there are: a cell of tests begins."""
        self._telling.shared.begin()
        twins.begin_cell()
        self._names |= {name: self.namespace.get(name) for name in names}
        return _Names((name, self.namespace[name]) for name in names if name in self.namespace)

    def do_given(self):
        """What classes of locked cells were given since these have run."""
        return _Names(given_to_classes().items())

    def do_twin(self, size, axes):
        """Make a figure like one of the tests."""
        return twins.make(size, axes)

    def do_pyplot(self, name):
        """Do what a test has done with the current figure."""
        twins.begin(name)

    def do_imported(self, statements):
        """The names that statements import, of those that stand for just that here."""
        names = []
        for statement in statements:
            with contextlib.suppress(Exception):
                exec(statement, found := {})
                names += [name for name in found if self.namespace.get(name, self) is found[name]]
        return names

    def do_common(self, values):
        """Have names of a locked cell stand for what they stand for in the tests: what that is, is the same."""
        same = {name for name, value in values.items() if type(self.namespace.get(name)) is type(value)}
        self._name({name: value for name, value in values.items() if name in same or "." in name})

    def do_moved(self):
        """The names of iterators, streams and random generators of locked cells that have moved on."""
        return [name for name, (thing, before) in self._positions.items() if position(thing) != before]

    def do_define(self, values, statements):
        """Have names for what a cell of tests has defined, and for what it imports and is not there."""
        for statement in statements:
            with contextlib.suppress(Exception):
                exec(statement, found := {})
                self.namespace.update({name: found[name] for name in found.keys() - self.namespace.keys()})
        for number, function in self._functions.items():
            for name in [name for name, value in values.items() if value is function]:
                before = self.namespace.get(name)
                if isinstance(before, types.FunctionType) and before is not function:
                    self._here[number] = before
                    vars(function).update(vars(before))  # such as a count that it keeps
        self._name(values)

    def do_drawn(self, name):
        """What is current in pyplot, by "gca" or "gcf"; None where nothing was drawn."""
        plt = sys.modules.get("matplotlib.pyplot")
        return getattr(plt, name)() if plt is not None and plt.get_fignums() else None

    def do_thing_of(self, number):
        """The object of a guest, and what Keras' base class keeps on it."""
        thing = self._guests[number].thing
        facts = {}
        for name in FIT:
            with contextlib.suppress(Exception):
                value = getattr(thing, name)
                facts[name] = float(value) if isinstance(value, float) else _whole(value)
        return thing, facts

    # What a host is asked, and a guest -----------------------------------------------------------

    def do_make(self, thing, number, samples, batch_size, by_place, options):
        """Make an object: its outcome."""
        return self._guest(number, Here(thing, by_signal).make(samples, batch_size, by_place, options))

    def _guest(self, number, made):
        """Keep the guest that was made, for the tests to ask."""
        if not made.good:
            return _told(made)
        while len(self._guests) >= MOST_GUESTS:
            del self._guests[next(iter(self._guests))]
        self._guests[number] = made.value
        return VALUE, made.value.has_num_batches

    def do_folder(self, files):
        """The outcome of writing files into a folder; whoever wrote it is kept, and the folder with it."""
        self._folders.append(Here(None, by_signal))
        return _told(self._folders[-1].folder_with(files))

    def do_each(self, thing, trials, options):
        """Make objects one after the other, and ask each: as many as come in the time of one call.

        trials: (number, samples, batch_size, most). Returns for each outcomes: of making it, of its
        length, of `num_batches`, and of batches, not all of them where there are many.
        """
        answers, until = [], _Until()
        host = Here(thing, by_signal)
        for number, samples, batch_size, most in trials:
            trial = next(host.each([(samples, batch_size, 0, None)], options))
            batches, length, wanted = [], trial.length, 0
            if trial.made.good and most:
                wanted = fewer(length, most)
                batches = self._batches(trial.made.value, range(wanted), until)
            answers.append(
                (
                    self._guest(number, trial.made),
                    length and _told(length),
                    trial.num_batches and _told(trial.num_batches),
                    batches,
                )
            )
            if until.reached or len(batches) < wanted:
                break  # what is left of an object is asked for before another one is made
        return answers

    def do_call_each(self, function, calls):
        """Call a function many times: the outcomes, as many as come in the time of one call."""
        answers, until = [], _Until()
        for outcome in Here(function, by_signal).call_each(calls):
            answers.append(_told(outcome))
            if until.reached:
                break
        return answers

    def do_seed(self, python, numpy):
        """Take over the states of the tests' global random numbers, which a test has seeded."""
        import numpy.random as numbers

        self._seeded = True
        random.setstate(python)
        numbers.set_state(numpy)

    def do_luck(self, begin):
        """Seed the global random numbers, or end it."""
        if begin:
            self._luck.append(Here(None).luck())
            self._luck[-1].__enter__()
        elif self._luck:
            self._luck.pop().__exit__(None, None, None)

    def do_guest(self, thing, number, arguments):
        """Let a thing that was told be a guest too."""
        self._guests[number] = Guest(thing, arguments, by_signal)

    def do_length(self, number):
        """The outcome of `len`."""
        return _told(self._guests[number].length())

    def do_num_batches(self, number):
        """The outcome of `num_batches`; None where the class has none of its own."""
        outcome = self._guests[number].num_batches()
        return outcome and _told(outcome)

    def do_batches(self, number, indices):
        """The outcomes of asking for batches: as many as come in the time of one call."""
        return self._batches(self._guests[number], indices, _Until())

    def _batches(self, guest, indices, until):
        """Ask for batches, and write each at once, before a later one can change it."""
        written = []

        def write(index, outcome):
            until.weigh(outcome.value)
            told, error = by_signal(
                lambda: self._writer.write(_told(outcome)), CALL_SECONDS, f"__getitem__({index})"
            )
            if error is not None:
                told = self._writer.write(_told(raised(error)))
            written.append(Written(told))
            return outcome.silent or error is not None

        for index in indices[:AT_ONCE]:
            if guest.batches([index], write)[0] or until.reached:
                break
        return written

    def do_held(self, number):
        """What the batches that were given out first hold now."""
        return self._guests[number].held()

    def do_end_epoch(self, number):
        """The outcome of `on_epoch_end`."""
        return _told(self._guests[number].end_epoch())

    def do_interrupted(self, number, index, other):
        """The outcome of asking for a batch, and those of asking for another before each of its lines."""
        served, others = self._guests[number].interrupted(index, other)
        return _told(served), [_told(outcome) for outcome in others]

    def do_begin(self, place, number, index):
        """The outcome of asking for a batch in a thread of its own."""
        return _told(self._guests[number].begin(place, index)())

    def do_listen(self):
        """Answer the next question on the second channel, which is asked at the same time as another."""

        def answer():
            with contextlib.suppress(Gone, OSError):
                head, buffers = self._second.receive(4 * CALL_SECONDS)
                operation, *arguments = self._read(buffers)
                writer = Writer()
                value = writer.write(getattr(self, f"do_{operation}")(*arguments))
                self._second.send({"number": head["number"], "value": value}, writer.buffers)

        threading.Thread(target=answer, daemon=True).start()


_OF_ANY_VALUE = {
    "close",
    "common",
    "throw",
    "array",
    "awaited",
    "content",
    "derive",
    "inherited",
    "inherits",
    "vars",
    "call",
    "copy",
    "define",
    "delete",
    "drawn",
    "get",
    "given",
    "guest",
    "method",
    "names",
    "next",
    "same",
    "send",
    "set",
    "special",
    "thing_of",
    "twin",
    "within",
}


class _Names(list):
    """Names and what they stand for, one of which may not pass while the others do."""

    def written(self, writer):
        """Write them: for each a name, "value" or "cannot", and what there is to it."""
        found = []
        for name, value in self:
            try:
                with writer.whole():
                    found.append([name, VALUE, writer.write(value)])
            except CannotPass as error:
                found.append([name, "cannot", str(error)])
        return ["names", found]


class _Until:
    """The limits of one answer: the time of one call, and bytes."""

    def __init__(self):
        self._end, self._bytes = time.monotonic() + CALL_SECONDS, MOST_BYTES

    def weigh(self, value):
        """Count the bytes of a batch."""
        parts = value if isinstance(value, (tuple, list)) else (value,)
        for part in parts[:10]:
            size = getattr(part, "nbytes", 0)
            self._bytes -= size if isinstance(size, int) else 0

    @property
    def reached(self):
        """Whether one of them is reached."""
        return self._bytes < 0 or time.monotonic() > self._end


def _told(outcome):
    """An `Outcome` as a pair of plain data, as `link.as_outcome` takes it."""
    return (VALUE, outcome.value) if outcome.good else (outcome.how, _facts(outcome))


def _facts(outcome):
    return {name: getattr(outcome, name) for name in FACTS}


def live(runner, grader, tests, second=None, memory=None):
    """Serve the grader (cells to run) and the test process (requests), until either hangs up."""
    server = Server(runner.shell.user_ns, tests, second, memory)
    server.begin_in(os.getcwd())
    runner.shell.user_ns["__name__"] = "__main__"
    sys.path.append(os.getcwd())  # for modules that were handed in beside the notebook
    draw_in_cells()
    attempts = Attempts(os.getcwd())
    attempts.listen()
    while True:
        for channel in select.select([grader, tests], [], [])[0]:
            try:
                head, buffers = channel.receive()
            except Gone:
                os._exit(0)
            if channel is tests:
                server.serve(head, buffers)
            elif "files" in head:
                _write_files(head["files"], buffers)
                grader.send({})
            elif "attempts" in head:
                grader.send({"attempts": attempts.texts})
            else:
                twins.begin_cell()
                outputs, failed = runner.run(head["source"])
                if head.get("locked"):  # it runs in the tests' process too
                    server.made_by(head["source"])
                _reply(grader, {"outputs": outputs, "failed": failed})


def _write_files(names, contents):
    """Put the files that were handed in beside the notebook into the working folder."""
    for name, content in zip(names, contents):
        with contextlib.suppress(OSError):
            write_files(".", {name: content})


def _reply(channel, head):
    try:
        channel.send(head)
    except (TypeError, ValueError):  # an output that JSON cannot hold
        channel.send({"outputs": [], "failed": False})
