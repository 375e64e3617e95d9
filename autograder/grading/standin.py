"""What the tests see in place of what the student's cells define: it asks the student's process.

`There` and `RemoteGuest` have the methods of `host.Here` and `host.Guest`. Beside them stand-ins do
what ordinary tests do with a class, a function or an object. By its own word a stand-in never equals,
orders or contains a plain value: else an object that says yes to everything would pass every test.
"""

import collections
import contextlib
import inspect
import keyword
import types
import weakref

import numpy as np

from autograder.grading.figures import restore
from autograder.grading.link import StudentError, as_outcome
from autograder.grading.shared import MOST, Shared, can_change, put
from autograder.grading.telling import SPECIAL
from autograder.grading.values import ERRORS, CannotPass
from autograder.grading.wire import Gone
from autograder.sequence.host import Elsewhere, Trial, fewer
from autograder.sequence.limits import CALL_SECONDS
from autograder.sequence.outcome import Outcome, raised

__all__ = ["RemoteGuest", "StandIns", "There", "stand_in"]

MOST_AT_ONCE, TRIALS = 100, 60
"""How many batches or calls, or objects, are asked for in one message; small ones, in the checks."""
MOST_ITEMS, MOST_CLASSES = 100_000, 1_000
TAGS = {
    "class",
    "error",
    "figure",
    "function",
    "given",
    "iterator",
    "named",
    "names",
    "object",
    "shared",
    "view",
}
"""What `telling.Telling` tells of."""
COMPARISONS = ("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__")
FIT = {"_workers": 8, "_use_multiprocessing": False, "_max_queue_size": 100}
"""What Keras reads of an object that `fit` is given, and the most that it is told."""


# Hosts and guests ------------------------------------------------------------------------------


def _asked(link, doing, operation, *arguments, calls=1):
    """Ask for plain data: `(it, None)`, or None and the `Outcome` that says why there is none."""
    try:
        return link.ask(doing, operation, *arguments, seconds=calls * CALL_SECONDS), None
    except (StudentError, CannotPass) as error:
        return None, raised(error)


def _list(value, most):
    """A list that came, or what is no list as an empty one."""
    return list(value)[:most] if isinstance(value, list | tuple) else []


class There:
    """A class, or a function that returns objects, in the student's process: see `host.Here`."""

    def __init__(self, link, standin, name, is_sequence=False):
        self._link, self._standin = link, standin
        self.name, self.is_sequence = name, is_sequence

    def make(self, samples, batch_size=None, by_place=False, options=None):
        """See `Here.make`."""
        arguments = tuple(samples)
        number = self._link.next_number()
        told, failed = _asked(
            self._link,
            f"{self.name}(data, labels)",
            "make",
            self._standin,
            number,
            arguments,
            batch_size,
            by_place,
            options,
        )
        return failed or self._made(told, number, arguments)

    def _made(self, told, number, arguments):
        made = as_outcome(told)
        if not made.good:
            return made
        return Outcome(value=RemoteGuest(self._link, number, arguments, made.value is not False))

    def folder_with(self, files):
        """See `Here.folder_with`: in the student's own scratch folder."""
        told, failed = _asked(self._link, "writing files", "folder", files)
        return failed or as_outcome(told)

    def each(self, trials, options=None):
        """See `Here.each`. Few messages for many trials."""
        trials = list(trials)
        while trials:
            some = [
                (self._link.next_number(), tuple(samples), batch_size, most)
                for samples, batch_size, most, _ in trials[:TRIALS]
            ]
            answers, failed = _asked(
                self._link,
                f"{self.name}(data, labels), or a batch of it,",
                "each",
                self._standin,
                some,
                options,
                calls=4,
            )
            if failed is not None:
                yield from (Trial(failed) for _ in trials)
                return
            answers = _list(answers, len(some)) or [()]
            for asked, answer, trial in zip(some, answers, trials):
                yield self._trial(asked, answer, trial[3])
            del trials[: len(answers)]

    def _trial(self, asked, answer, read):
        number, samples, _, most = asked
        made, length, own, batches = answer if len(_list(answer, 4)) == 4 else (None,) * 4
        trial = Trial(self._made(made, number, samples))
        if trial.made.good:
            trial.length = as_outcome(length)
            trial.num_batches = None if own is None else as_outcome(own)
            came = [as_outcome(batch) for batch in _list(batches, MOST_AT_ONCE)]
            trial.batches = [read(index, outcome) for index, outcome in enumerate(came)]
            if most and not any(outcome.silent for outcome in came):
                left = range(len(came), fewer(trial.length, most))
                trial.batches += trial.made.value.batches(left, read)
        return trial

    def call_each(self, calls):
        """See `Here.call_each`. Few messages for many calls."""
        calls = [tuple(call) for call in calls]
        while calls:
            answers, failed = _asked(
                self._link,
                f"{self.name}{calls[0]}",
                "call_each",
                self._standin,
                calls[:MOST_AT_ONCE],
                calls=2,
            )
            if failed is not None:
                yield from (failed for _ in calls)
                return
            answers = _list(answers, len(calls)) or [None]
            yield from map(as_outcome, answers)
            del calls[: len(answers)]

    @contextlib.contextmanager
    def luck(self):
        """See `Here.luck`: of the student's process, and of this one, in which `fit` runs."""
        from autograder.sequence.host import Here

        _asked(self._link, "seeding", "luck", True)
        self._link.lucky += 1
        try:
            with Here(None).luck():
                yield
        finally:
            self._link.lucky -= 1
            _asked(self._link, "seeding", "luck", False)


class RemoteGuest:
    """One object in the student's process: see `host.Guest`. It is let go there when it is here.

    has_num_batches: whether it may have a `num_batches` of its own, to be asked for.
    """

    def __init__(self, link, number, arguments=(None, None), has_num_batches=True):
        self._link, self._number, self._given = link, number, arguments
        self.has_num_batches = has_num_batches
        weakref.finalize(self, link.forget, number, None).atexit = False

    def _outcome(self, doing, operation, *arguments):
        told, failed = _asked(self._link, doing, operation, self._number, *arguments)
        return failed or as_outcome(told)

    @property
    def for_fit(self):
        """See `Guest.for_fit`: a stand-in, that is a Sequence if the object is one."""
        try:
            thing, facts = self._link.value("looking at an object", "thing_of", self._number)
        except (StudentError, CannotPass) as error:
            return _lost(error)
        if isinstance(thing, Elsewhere):
            object.__setattr__(thing, "_asked_by", self)
            object.__setattr__(thing, "_lacks", FIT.keys() - facts.keys())
            for name in FIT.keys() & facts.keys():
                object.__setattr__(thing, name, _for_fit(name, facts[name]))
        return thing

    def length(self):
        """See `Guest.length`."""
        return self._outcome("__len__()", "length")

    def num_batches(self):
        """See `Guest.num_batches`."""
        if not self.has_num_batches:
            return None
        told, failed = _asked(self._link, "num_batches", "num_batches", self._number)
        if failed is not None:
            return failed
        return None if told is None else as_outcome(told)

    def batches(self, indices, read):
        """See `Guest.batches`. Few messages for many batches, each written there as soon as it is made."""
        indices, found = list(indices), []
        while indices:
            told, failed = _asked(
                self._link,
                f"__getitem__({indices[0]})",
                "batches",
                self._number,
                indices[:MOST_AT_ONCE],
                calls=2,
            )
            came = [failed] if failed else list(map(as_outcome, _list(told, len(indices)) or [None]))
            found += [read(index, outcome) for index, outcome in zip(indices, came)]
            if came[-1].silent:
                break
            del indices[: len(came)]
        return found

    def held(self):
        """See `Guest.held`."""
        told, _ = _asked(self._link, "looking at batches", "held", self._number)
        return [pair for pair in _list(told, 1_000) if isinstance(pair, tuple) and len(pair) == 2]

    def together(self, indices):
        """See `Guest.together`: asked over two channels."""
        return self._link.both(
            "two calls at once",
            [("begin", place, self._number, index) for place, index in enumerate(indices)],
        )

    def interrupted(self, index, other):
        """See `Guest.interrupted`."""
        told, failed = _asked(
            self._link, "two calls at once", "interrupted", self._number, index, other, calls=2
        )
        served, others = told if len(_list(told, 2)) == 2 else (None, ())
        return failed or as_outcome(served), [as_outcome(outcome) for outcome in _list(others, MOST_AT_ONCE)]

    def end_epoch(self):
        """See `Guest.end_epoch`."""
        return self._outcome("on_epoch_end()", "end_epoch")

    def arguments(self):
        """See `Guest.arguments`: read in the memory that both processes see, asked of nobody."""
        return tuple(map(self._link.memory.now, self._given))


def _for_fit(name, value):
    """What `fit` may read of an object, whatever that says: no thousand threads in this process.

    What is no number is none here too, so that `fit` raises where it would there.
    """
    most = FIT[name]
    if most is False:
        return False  # the object is no other process's
    return min(max(value, 0), most) if type(value) in (bool, int, float) else None


def _lost(error):
    """A Sequence in place of one that cannot be had any more: it raises why."""
    import keras

    class Lost(keras.utils.PyDataset):
        def __len__(self):
            raise error

        def __getitem__(self, index):
            raise error

    return Lost()


# Stand-ins -------------------------------------------------------------------------------------


def stand_in(link, names):
    """Return what test cells see under names, those that the student's cells define: {name: value}.

    Raises: Gone.
    """
    if not names:
        return {}
    try:
        found = link.value("looking up names", "names", list(names))
    except StudentError:
        link.must_be_there()
        return {}
    return found if isinstance(found, dict) else {}


class NotHere:
    """Stands for a thing that cannot pass: whatever is done with it says why."""

    def __init__(self, name, why):
        self.__dict__.update(_name=name, _why=why)

    def _refuse(self, *arguments):
        raise CannotPass(f"{self._name}: {self._why}")

    __call__ = __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __len__ = __iter__ = __getitem__ = (
        _refuse
    )
    __contains__ = __add__ = __radd__ = __mul__ = __rmul__ = __sub__ = __bool__ = __float__ = __int__ = (
        _refuse
    )
    __hash__ = object.__hash__

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        self._refuse()


class _Kind(type):
    """The class of stand-ins for classes."""

    def __call__(cls, *arguments, **options):
        if "_link" not in cls.__dict__:
            return super().__call__(*arguments, **options)
        if cls.__dict__.get("_plain_tuple") and len(arguments) == len(cls._fields) and not options:
            return tuple.__new__(cls, arguments)  # Keras does so with what no process can send
        made = cls._link.call(f"{cls.__name__}()", cls, arguments, options)
        if isinstance(made, cls) and isinstance(made, _Object):
            object.__setattr__(made, "_made_from", (*arguments, None, None)[:2])
        return made

    def __getattr__(cls, name):
        if name.startswith(("__", "_abc")) or "_link" not in vars(cls):
            raise AttributeError(name)
        return cls._link.value(f"reading {name}", "get", cls, name)

    def __setattr__(cls, name, value):
        if name.startswith("__"):
            type.__setattr__(cls, name, value)
        else:
            cls._link.value(f"setting {name}", "set", cls, name, value)

    def __iter__(cls):
        return cls._link.value("iter()", "special", cls, "__iter__")

    def __len__(cls):
        return cls._link.value("len()", "special", cls, "__len__")

    def __getitem__(cls, key):
        return cls._link.value("[]", "special", cls, "__getitem__", key)

    def __bool__(cls):
        return True


class _Object(Elsewhere):
    """What stands for an object of one of the student's own classes."""

    @property
    def _guest(self):
        guest = self.__dict__.get("_asked_by")
        if guest is None:
            link, number = self._link, self._link.next_number()
            link.value(
                "looking at an object", "guest", self, number, self.__dict__.get("_made_from", (None,) * 2)
            )
            guest = RemoteGuest(link, number, self.__dict__.get("_made_from", (None,) * 2))
            object.__setattr__(self, "_asked_by", guest)
        return guest

    def __getattr__(self, name):
        if name.startswith("__") or "_number" not in self.__dict__:
            raise AttributeError(name)
        if name in self.__dict__.get("_lacks", ()):
            raise AttributeError(name)
        value = self._link.value(f"reading {name}", "get", self, name)
        return _for_fit(name, value) if name in FIT else value

    def __setattr__(self, name, value):
        if name.startswith("__") or name in FIT:  # Keras sets these, where the class did not
            object.__setattr__(self, name, value)
        else:
            self._link.value(f"setting {name}", "set", self, name, value)

    def __delattr__(self, name):
        self._link.value(f"deleting {name}", "delete", self, name)

    def __copy__(self):
        return self._link.value("copy()", "copy", self, False)

    def __deepcopy__(self, memo):
        return self._link.value("deepcopy()", "copy", self, True)

    def __repr__(self):
        return f"<{type(self).__name__} object>"


def _is_theirs(thing):
    """Whether a thing stands for one in the student's process; a named tuple is a plain value."""
    return isinstance(thing, Elsewhere) and not isinstance(thing, tuple)


def _special(name):
    """Return one of Python's own methods for a stand-in: it asks for the like over there."""

    def method(self, *arguments):
        return self._link.value(f"{name}()", "special", self, name, *arguments)

    def compare(self, other):
        if _is_theirs(other):
            return method(self, other)
        if other is None and name in ("__eq__", "__ne__"):
            return name == "__ne__"
        raise CannotPass(
            f"A {type(self).__name__} of the student's own is compared with a plain value "
            f"({type(other).__name__}). Its own {name} could say anything: compare its attributes, or what "
            "its methods return."
        )

    def contains(self, item):
        if _is_theirs(item):
            return method(self, item)
        if not hasattr(type(self), "__iter__"):
            raise CannotPass(
                f"A {type(self).__name__} of the student's own is asked whether a plain value "
                f"({type(item).__name__}) is in it. Its own __contains__ could say anything: let it have "
                "__iter__, or ask a method."
            )
        return any(one is item or one == item for one in self)

    def iterate(self):
        return self._link.value("iter()", "special", self, "__iter__")

    def next_item(self):
        for item in self._link.value("next()", "next", self):
            return item
        raise StopIteration

    def leave(self, kind, error, trace):
        return method(self, kind, error, None)

    def array(self, dtype=None, copy=None):
        import numpy as np

        value = self._link.value("numpy.asarray()", "array", self)
        if not isinstance(value, np.ndarray) or value.dtype == object:
            raise CannotPass(f"A {type(self).__name__} of the student's own is no array of plain values.")
        return value if dtype is None else value.astype(dtype)

    special = {
        **dict.fromkeys(COMPARISONS, compare),
        "__contains__": contains,
        "__iter__": iterate,
        "__next__": next_item,
        "__exit__": leave,
        "__array__": array,
        "__call__": lambda self, *arguments, **options: self._link.call(
            f"{type(self).__name__}()", self, arguments, options
        ),
    }
    made = special.get(name, method)
    if made is method or made is compare:
        made.__name__ = name
    return made


_METHODS = {name: _special(name) for name in SPECIAL}


class _Function(Elsewhere):
    """What stands for a function: `inspect` takes it for one."""

    def __init__(self, link, number, facts):
        self._link, self._number = link, number
        self.__name__, self.__qualname__ = facts["name"], facts["qualname"]
        self.__doc__, self.__module__ = facts["doc"], "__main__"
        self.__signature__ = facts["signature"]
        self._host = There(link, self, self.__name__)

    @property
    def __class__(self):
        return types.FunctionType

    @property
    def __code__(self):
        return self._link.things.code_of(self.__qualname__)

    @property
    def __defaults__(self):
        found = [p.default for p in inspect.signature(self).parameters.values() if p.default is not p.empty]
        return tuple(found) or None

    @property
    def __annotations__(self):
        signature = inspect.signature(self)
        found = {p.name: p.annotation for p in signature.parameters.values() if p.annotation is not p.empty}
        if signature.return_annotation is not signature.empty:
            found["return"] = signature.return_annotation
        return found

    def __call__(self, *arguments, **options):
        return self._link.call(f"{self.__name__}()", self, arguments, options)

    def __getattr__(self, name):
        if name.startswith("__") or "_number" not in self.__dict__:
            raise AttributeError(name)
        return self._link.value(f"reading {name}", "get", self, name)

    def __repr__(self):
        return f"<function {self.__qualname__}>"


class StandIns:
    """Makes the stand-ins of one notebook, each thing's always the same one.

    given: the containers that were passed with the request that is answered. sources: of the student's
    cells that ran so far.
    """

    def __init__(self, link):
        link.things = self
        self._link, self._classes, self._functions = link, {}, {}
        self._objects, self._times = weakref.WeakValueDictionary(), collections.Counter()
        self.given, self.sources, self.shared = (), (), Shared()

    def number_of(self, standin):
        """How a stand-in is named to the student's process."""
        if isinstance(standin, type) or not isinstance(standin, tuple):
            return "thing", standin._number
        return "named", type(standin)._number, tuple(standin)

    def read(self, reader, depth, tag, *parts):
        """Return the stand-in for what `telling.Telling` wrote. Raises: Gone, or as `Reader.read`."""
        if tag not in TAGS:
            raise Gone("a message of the wrong form")
        return getattr(self, f"_{tag}")(reader, depth + 1, *parts)

    def _given(self, reader, depth, kind, number):
        if kind == "function":
            return self._link.function(number)
        return self._link.memory.array(number) if kind == "array" else self.given[number]

    def _view(self, reader, depth, number, offset, shape, strides, content):
        """A part of an array of the tests, as a view of it; its content where that array is another by now."""
        content = reader.read(content, depth)
        if not self._link.memory.is_kept(number) or type(content) is not np.ndarray:
            return content
        array = self._link.memory.array(number)
        if not array.flags.forc:
            return content
        whole = array.reshape(-1, order="A")
        if content.dtype != array.dtype or list(content.shape) != shape:
            return content
        view = np.ndarray(content.shape, array.dtype, whole.data, offset, tuple(strides))
        return view if view.tobytes() == content.tobytes() else content

    def _shared(self, reader, depth, number, content):
        new = reader.read(content, depth)
        if type(number) is not int or not can_change(new):
            raise Gone("a container of an impossible kind")
        if self.shared.is_known(number) and type(old := self.shared.find(number)) is type(new):
            with contextlib.suppress(ValueError):  # an array of another shape is another array
                put(old, new)
                self.shared.note(number)
                return old
        if self.shared.count > 2 * MOST:
            raise Gone("too many containers")
        self.shared.take(number, new)
        return new

    def _names(self, reader, depth, found):
        values = {}
        for name, how, value in found:
            name = _name(name)
            values[name] = NotHere(name, str(value)[:1_000]) if how == "cannot" else reader.read(value, depth)
        return values

    def _iterator(self, reader, depth, number, kind):
        found = self._objects.get(number)
        found = found if type(found) is _Iterator else _Iterator(self._link, number)
        return _iterate(self._link, self._kept(number, found))

    def _figure(self, reader, depth, number, *description):
        described, found = restore(reader, depth, *description), self._objects.get(number)
        found = found if type(found) is _Drawing else _Drawing(self._link, number)
        found._now(described)
        return self._kept(number, found)

    def _object(self, reader, depth, number, kind):
        kind = reader.read(kind, depth)
        found = self._objects.get(number)
        if found is None or type(found) is not kind:
            if not (isinstance(kind, type) and issubclass(kind, _Object)):
                raise Gone("an object of an impossible class")
            found = object.__new__(kind)
            object.__setattr__(found, "_number", number)
        return self._kept(number, found)

    def _kept(self, number, standin):
        """Count how often a thing was told, and have it let go over there when it is here."""
        if type(number) is not int:
            raise Gone("a number of the wrong form")
        self._times[number] += 1
        if self._objects.get(number) is not standin:
            self._objects[number] = standin
            weakref.finalize(standin, self._let_go, number).atexit = False
        return standin

    def _let_go(self, number):
        self._link.forget(number, self._times.pop(number, 0))

    def _named(self, reader, depth, kind, items):
        kind = reader.read(kind, depth)
        if not (isinstance(kind, type) and issubclass(kind, tuple)):
            raise Gone("a named tuple of an impossible class")
        return tuple.__new__(kind, reader.read(items, depth))

    def _error(self, reader, depth, number, kind, arguments, cause):
        arguments = reader.read(arguments, depth)
        if number is None:
            found = _plain_error(kind, arguments)
        else:
            kind = reader.read(kind, depth)
            if not (isinstance(kind, type) and issubclass(kind, StudentError)):
                raise Gone("an exception of an impossible class")
            found = self._objects.get(number)
            if found is None or type(found) is not kind:
                found = kind.__new__(kind, *arguments)
                found.args = arguments
                object.__setattr__(found, "_number", number)
            self._kept(number, found)
        if cause is not None:
            cause = reader.read(cause, depth)
            found.__cause__ = cause if isinstance(cause, BaseException) else None
        return found

    def _function(self, reader, depth, number, facts):
        if number not in self._functions:
            if len(self._functions) > MOST_ITEMS:
                raise Gone("too many functions")
            self._functions[number] = _Function(
                self._link,
                number,
                {
                    "name": _name(facts["name"]),
                    "qualname": str(facts["qualname"])[:300],
                    "doc": _text(facts["doc"]),
                    "signature": _signature(reader, depth, facts["parameters"]),
                },
            )
        return self._functions[number]

    def _class(self, reader, depth, number, facts):
        if number not in self._classes:
            if type(facts) is not dict or len(self._classes) > MOST_CLASSES:
                raise Gone("a class that was not described")
            self._classes[number] = self._make(reader, depth, number, facts)
        return self._classes[number]

    def _make(self, reader, depth, number, facts):
        """Make the stand-in for a class, of which plain facts came."""
        name = _name(facts["name"])
        bases = [reader.read(base, depth) for base in facts["bases"][:20]]
        bases = [base for base in bases if isinstance(base, type) and issubclass(base, Elsewhere)]
        special = [special for special in reader.read(facts["special"]) if special in _METHODS]
        body = {
            "_link": self._link,
            "_number": number,
            "__doc__": _text(facts["doc"]),
            "__module__": "__main__",
            "__slots__": (),
        }
        sequence, fields = reader.read(facts.get("sequence")), reader.read(facts["fields"])
        if fields is not None:
            named = collections.namedtuple("Named", [_name(field) for field in fields[:1_000]])
            plain = reader.read(facts.get("plain_tuple")) is True
            kind = _Kind(
                name, (Elsewhere, named), {**body, "__getattr__": _of_a_tuple, "_plain_tuple": plain}
            )
        elif facts["error"] is not None:
            base = ERRORS[facts["error"]]
            roots = [*bases, *(() if any(issubclass(b, base) for b in bases) else (base,))]
            if not any(issubclass(base, StudentError) for base in bases):
                roots.insert(0, _Error)
            kind = _kind(name, roots, {key: body[key] for key in body if key != "__slots__"})
        else:
            body = {key: body[key] for key in body if key != "__slots__"}
            body |= {special: _METHODS[special] for special in special}
            if "__eq__" in special and "__hash__" not in special:
                body["__hash__"] = None
            if parts := reader.read(facts["dataclass"]):
                body["__dataclass_fields__"] = _dataclass_fields(parts)
            roots = bases or [_Object]
            if sequence is not None:
                roots, body = _with_sequence(roots, body, sequence)
            kind = _kind(name, roots, body)
        type.__setattr__(kind, "_host", There(self._link, kind, name, sequence is not None))
        return kind

    def code_of(self, qualname):
        """A code object that leads `inspect.getsource` to a function's text in the student's cells.

        Raises: AttributeError, where none of the cells defines it.
        """
        from autograder.grading.sources import code_of

        return code_of(self.sources, qualname)


def _kind(name, bases, body):
    try:
        return _Kind(name, tuple(bases), body)
    except TypeError:  # an order of bases that Python does not take
        return _Kind(name, (bases[0],), body)


class _Error(StudentError, Elsewhere):
    """What stands for an exception of one of the student's own classes."""

    def __str__(self):
        outcome = self.__dict__.get("outcome")
        return outcome.message if outcome is not None else Exception.__str__(self)

    def __getattr__(self, name):
        if name.startswith("__") or name == "outcome" or "_number" not in self.__dict__:
            raise AttributeError(name)
        return self._link.value(f"reading {name}", "get", self, name)


class _Drawing(Elsewhere):
    """What stands for a figure of Matplotlib, or for something in one: a description, kept up to date."""

    def __init__(self, link, number):
        self._link, self._number = link, number

    def _now(self, described):
        self._described, self._asked = described, self._link.asked

    def _fresh(self):
        """The description, which is asked for again where anything else was asked since."""
        if self._asked != self._link.asked:
            self._link.value("looking at a figure", "same", self)
        return self._described

    @property
    def __class__(self):
        return self._described.__class__

    def __len__(self):
        return len(self._fresh())

    def __iter__(self):
        return iter(self._fresh())

    def __getitem__(self, place):
        return self._fresh()[place]

    def __bool__(self):
        return True

    def __getattr__(self, name):
        if name in ("_described", "_asked"):
            raise AttributeError(name)
        return getattr(self._fresh(), name)

    def __repr__(self):
        return repr(self._described)


class _Iterator(Elsewhere):
    """What stands for an iterator."""

    def __init__(self, link, number):
        self._link, self._number = link, number


def _iterate(link, iterator):
    """The items of an iterator over there, asked for one by one."""
    sent, operation = (), "next"
    for _ in range(MOST_ITEMS):
        came = link.value("next()", operation, iterator, *sent)
        if not isinstance(came, tuple) or len(came) != 1:
            return
        value = yield came[0]
        sent, operation = ((), "next") if value is None else ((value,), "send")
    raise CannotPass(f"An iterator gave more than {MOST_ITEMS:,} items.")


def _plain_error(name, arguments):
    try:
        return ERRORS[name](*arguments)
    except TypeError:
        return Exception(*arguments)


def _of_a_tuple(self, name):
    """An attribute of a named tuple that its class adds."""
    if name.startswith("__"):
        raise AttributeError(name)
    return type(self)._link.value(f"reading {name}", "get", self, name)


def _with_sequence(roots, body, overridden):
    """Let a stand-in be a Sequence: what its class overrides of Keras' own is asked over there."""
    import keras

    def ask(name):
        return lambda self: self._link.value(f"{name}()", "method", self, name)

    for name in overridden:
        if name == "num_batches":
            body[name] = property(lambda self: self._link.value("num_batches", "get", self, "num_batches"))
        elif name == "__iter__":
            body[name] = _METHODS["__iter__"]
        elif name in ("on_epoch_begin", "on_epoch_end"):
            body[name] = ask(name)
    if not any(issubclass(root, keras.utils.PyDataset) for root in roots):
        roots = [*roots, keras.utils.PyDataset]
    return roots, body


def _name(text):
    if type(text) is not str or not text.isidentifier() or keyword.iskeyword(text) or len(text) > 200:
        return "lambda_" if text == "<lambda>" else "unnamed"
    return text


def _text(text):
    return text[:2_000] if type(text) is str else None


def _dataclass_fields(names):
    """What `dataclasses.fields`, `asdict` and the like read of a class."""
    import dataclasses

    return dataclasses.make_dataclass("Fields", [_name(name) for name in names[:200]]).__dataclass_fields__


def _signature(reader, depth, parameters):
    """The signature of a function, of what came for it; None where it is not known."""
    if parameters is None:
        return None
    found, (written, returned) = [], parameters
    for name, kind, default, annotation in written[:200]:
        options = {
            key: reader.read(part[0], depth)
            for key, part in (("default", default), ("annotation", annotation))
            if part
        }
        found.append(inspect.Parameter(_name(name), inspect._ParameterKind(kind), **options))
    options = {"return_annotation": reader.read(returned[0], depth)} if returned else {}
    return inspect.Signature(found, **options)
