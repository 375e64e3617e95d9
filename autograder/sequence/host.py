"""Where a class lives, and the few ways to ask it and its objects.

`Here` is for a class, or a function, in this process. Whatever stands for one in another process is
`Elsewhere`, and knows a host with the same methods, whose questions a `Here` over there answers. So a
check asks in one way, and is told the same, wherever the code runs.
"""

import contextlib
import functools
import itertools
import operator
import random
import shutil
import sys
import tempfile
import threading
import weakref
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from autograder.sequence.folders import write_files
from autograder.sequence.interleaving import interleaved
from autograder.sequence.limits import CALL_SECONDS, in_thread
from autograder.sequence.outcome import LATE, Outcome, call, raised
from autograder.sequence.samples import THREADS

__all__ = ["Elsewhere", "Guest", "Here", "Trial", "fewer", "guest_of", "host_of"]

TURN_SECONDS = 1
"""So long lines of one call are interrupted by another call."""
MOST_GIVEN = 10_000
"""So many values are taken from an iterator that a function returned."""
MOST_HELD = 64
"""So many batches of an object are kept, to see later whether they changed."""


class Elsewhere:
    """What stands, in the process of the tests, for a class, a function or an object in another one.

    _host: of a class or function, who answers for it. _guest: of an object. Their names begin with an
    underline, since what they stand for may well have a `host` or a `guest` of its own.
    """

    _host = _guest = None


def host_of(thing):
    """Return who answers for a class or a function: `Here`, or the host of what is `Elsewhere`."""
    elsewhere = isinstance(thing, Elsewhere) or (isinstance(thing, type) and issubclass(thing, Elsewhere))
    return thing._host if elsewhere else Here(thing)


def guest_of(sequence, data=None, labels=None):
    """Return who answers for an object that was made from `data` and `labels`."""
    return sequence._guest if isinstance(sequence, Elsewhere) else Guest(sequence, (data, labels))


@dataclass
class Trial:
    """An object that a host makes and asks right away, as `each` yields it.

    made: the `Outcome` of making it, its value a `Guest`. length: that of `len`. num_batches: that of
    `num_batches`, None where the class has none of its own. batches: those of the batches asked for.
    """

    made: Outcome
    length: Outcome | None = None
    num_batches: Outcome | None = None
    batches: list = field(default_factory=list)


class Here:
    """A class, or a function that returns objects, in this process.

    thing: the class or function. limit: how its calls are ended that do not end by themselves, see
    `outcome.call`.
    """

    def __init__(self, thing, limit=in_thread):
        self.thing, self._limit = thing, limit
        self.name = str(getattr(thing, "__name__", type(thing).__name__))

    @property
    def is_sequence(self):
        """Whether it is a subclass of `tf.keras.utils.Sequence`, which is Keras' PyDataset."""
        import keras

        return isinstance(self.thing, type) and issubclass(self.thing, keras.utils.PyDataset)

    def make(self, samples, batch_size=None, by_place=False, options=None):
        """Make an object from `samples`, a pair (data, labels). Its `Outcome`'s value is a `Guest`.

        A batch_size of None leaves the class's own default in force. by_place: whether it is given as
        the third argument, without its name. options: more arguments by name, such as `{"shuffle": True}`.
        """
        arguments, options = tuple(samples), dict(options or {})
        if by_place:
            arguments = (*arguments, batch_size)
        elif batch_size is not None:
            options["batch_size"] = batch_size
        doing = f"{self.name}(data, labels)"
        made = call(lambda: self.thing(*arguments, **options), doing, limit=self._limit)
        return Outcome(value=Guest(made.value, arguments[:2], self._limit)) if made.good else made

    def folder_with(self, files):
        """Write files into a new folder, which the class can read, and which is gone with this host.

        files: {path in the folder: bytes}. Returns: an `Outcome`, its value the folder's path.
        """
        return call(lambda: self._folder_with(files), "writing files", limit=self._limit)

    def _folder_with(self, files):
        folder = tempfile.mkdtemp(prefix="files-")
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        write_files(folder, files)
        return folder

    def each(self, trials, options=None):
        """Make an object for each of `trials`, ask it for its length and batches: yields a `Trial` each.

        trials: (samples, batch_size, most, read), most the number of batches to ask for, if the length
        is not smaller, read as `Guest.batches` takes it. options: as `make` takes them. An object is asked
        nothing else in between, in this order.
        """
        for samples, batch_size, most, read in trials:
            trial = Trial(self.make(samples, batch_size, options=options))
            if trial.made.good:
                guest = trial.made.value
                trial.length, trial.num_batches = guest.length(), guest.num_batches()
                trial.batches = guest.batches(range(fewer(trial.length, most)), read)
            yield trial

    def call_each(self, calls):
        """Call the function with each tuple of arguments: yields an `Outcome` each.

        What an iterator gives is the value, as a list; no more of it than `MOST_GIVEN`.
        """
        for arguments in calls:
            doing = f"{self.name}{tuple(arguments)}"
            yield call(lambda: _given(self.thing(*arguments)), doing, limit=self._limit)  # noqa: B023 (called at once)

    @contextlib.contextmanager
    def luck(self):
        """Seed the global random numbers for a while, so that a class is always seen the same way."""
        python, numpy = random.getstate(), np.random.get_state()
        random.seed(0)
        np.random.seed(0)
        tensorflow = sys.modules.get("tensorflow")
        if tensorflow is not None:
            tensorflow.random.set_seed(0)
        try:
            yield
        finally:
            random.setstate(python)
            np.random.set_state(numpy)


def _given(value):
    return list(itertools.islice(value, MOST_GIVEN)) if isinstance(value, Iterator) else value


def fewer(length, most):
    """How many batches to ask for: as many as the length says, where it says a number, or `most`."""
    try:
        number = operator.index(length.value) if length.good else 0
    except TypeError:
        number = 0
    return min(number, most) if number > 0 else most


class Guest:
    """One object, and the few things that can be asked of it.

    thing: the object. arguments: the data and labels that it was made from.
    """

    def __init__(self, thing, arguments=(None, None), limit=in_thread):
        self.thing, self._arguments, self._limit = thing, arguments, limit
        self._held = {}

    def _call(self, function, doing, seconds=CALL_SECONDS):
        return call(function, doing, seconds, self._limit)

    @property
    def for_fit(self):
        """What `fit` is given for it."""
        return self.thing

    def length(self):
        """Ask for `len`, as the class defines it: the `Outcome` has whatever it returned."""
        method = getattr(type(self.thing), "__len__", None)
        if method is None:
            return raised(TypeError(f"{type(self.thing).__name__} has no __len__"))
        return self._call(lambda: method(self.thing), "__len__()")

    @property
    def has_num_batches(self):
        """Whether its class has a `num_batches` of its own."""
        import keras

        kind, base = type(self.thing), keras.utils.PyDataset
        return issubclass(kind, base) and kind.num_batches is not base.num_batches

    def num_batches(self):
        """Ask for what Keras 3 reads in place of `len`; None where the class has none of its own.

        Keras' own property answers with `len` (keras/src/trainers/data_adapters/py_dataset_adapter.py).
        """
        if not self.has_num_batches:
            return None
        return self._call(lambda: self.thing.num_batches, "num_batches")

    def batches(self, indices, read):
        """Ask for batches one after the other, up to the first that never comes.

        read: a function (index, `Outcome`) that is called at once with each, before a later call can
        change the batch. Returns: list of what it returned.
        """
        found = []
        for index in indices:
            served = self._call(functools.partial(self._get, index), f"__getitem__({index})")
            if served.good and len(self._held) < MOST_HELD:
                self._held.setdefault(index, served.value)
            found.append(read(index, served))
            if served.silent:
                break
        return found

    def _get(self, index):
        return self.thing[index]

    def held(self):
        """What the batches that were given out first hold now: list of (index, batch)."""
        return list(self._held.items())

    def begin(self, place, index):
        """Ask for a batch in the thread `samples.THREADS[place]`. Returns what waits for its `Outcome`."""
        outcomes = []

        def ask():
            outcomes.append(self._caught(index))

        thread = threading.Thread(target=ask, name=THREADS[place], daemon=True)
        thread.start()

        def wait():
            thread.join(CALL_SECONDS)
            said = f"two calls at once were still running after {CALL_SECONDS} s"
            return outcomes[0] if outcomes else Outcome(LATE, kind="StillRunning", message=said)

        return wait

    def together(self, indices):
        """Ask for two batches at once, from the two threads that `samples.Meeting` knows: `Outcome`s."""
        waits = [self.begin(place, index) for place, index in enumerate(indices)]
        return [wait() for wait in waits]

    def interrupted(self, index, other):
        """Ask for a batch; before each line of the user's code in it, ask for another one.

        Returns: the `Outcome` of the batch, and list of those of the other. Where a lock is held the
        other waits, and comes later.
        """
        served, others = interleaved(
            functools.partial(self._caught, index), functools.partial(self._caught, other), TURN_SECONDS
        )
        said = f"two calls at once were still running after {CALL_SECONDS} s"
        return served or Outcome(LATE, kind="StillRunning", message=said), others

    def _caught(self, index):
        try:
            return Outcome(value=self.thing[index])
        except BaseException as error:
            return raised(error)

    def end_epoch(self):
        """Call `on_epoch_end`, as `fit` does after each epoch."""
        return self._call(lambda: self.thing.on_epoch_end(), "on_epoch_end()")

    def arguments(self):
        """The data and labels that it was made from, as they are now."""
        return self._arguments
