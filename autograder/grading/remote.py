"""A class of the student's, and its objects, as the checks ask them: in the student's process.

`There` and `RemoteGuest` have the methods of `host.Here` and `host.Guest`.
"""

import contextlib
import weakref

from autograder.grading.link import StudentError, as_outcome
from autograder.grading.values import CannotPass
from autograder.sequence.host import Elsewhere, Trial, fewer
from autograder.sequence.limits import CALL_SECONDS
from autograder.sequence.outcome import Outcome, raised

__all__ = ["FIT", "RemoteGuest", "There", "asked", "for_fit", "listed"]

MOST_AT_ONCE, TRIALS = 100, 60
"""How many batches or calls, or objects, are asked for in one message; small ones, in the checks."""
FIT = {"_workers": 8, "_use_multiprocessing": False, "_max_queue_size": 100}
"""What Keras reads of an object that `fit` is given, and the most that it is told."""


def asked(link, doing, operation, *arguments, calls=1):
    """Ask for plain data: `(it, None)`, or None and the `Outcome` that says why there is none."""
    try:
        return link.ask(doing, operation, *arguments, seconds=calls * CALL_SECONDS), None
    except StudentError as error:
        return None, raised(error)
    except CannotPass as error:
        error.pass_over()  # a check says so itself
        return None, raised(error)


def listed(value, most):
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
        told, failed = asked(
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
        told, failed = asked(self._link, "writing files", "folder", files)
        return failed or as_outcome(told)

    def each(self, trials, options=None):
        """See `Here.each`. Few messages for many trials."""
        trials = list(trials)
        while trials:
            some = [
                (self._link.next_number(), tuple(samples), batch_size, most)
                for samples, batch_size, most, _ in trials[:TRIALS]
            ]
            answers, failed = asked(
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
            answers = listed(answers, len(some)) or [()]
            for one, answer, trial in zip(some, answers, trials):
                yield self._trial(one, answer, trial[3])
            del trials[: len(answers)]

    def _trial(self, one, answer, read):
        number, samples, _, most = one
        made, length, own, batches = answer if len(listed(answer, 4)) == 4 else (None,) * 4
        trial = Trial(self._made(made, number, samples))
        if trial.made.good:
            trial.length = as_outcome(length)
            trial.num_batches = None if own is None else as_outcome(own)
            came = [as_outcome(batch) for batch in listed(batches, MOST_AT_ONCE)]
            trial.batches = [read(index, outcome) for index, outcome in enumerate(came)]
            if most and not any(outcome.silent for outcome in came):
                left = range(len(came), fewer(trial.length, most))
                trial.batches += trial.made.value.batches(left, read)
        return trial

    def call_each(self, calls):
        """See `Here.call_each`. Few messages for many calls."""
        calls = [tuple(call) for call in calls]
        while calls:
            answers, failed = asked(
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
            answers = listed(answers, len(calls)) or [None]
            yield from map(as_outcome, answers)
            del calls[: len(answers)]

    @contextlib.contextmanager
    def luck(self):
        """See `Here.luck`: of the student's process, and of this one, in which `fit` runs."""
        from autograder.sequence.host import Here

        asked(self._link, "seeding", "luck", True)
        self._link.lucky += 1
        try:
            with Here(None).luck():
                yield
        finally:
            self._link.lucky -= 1
            asked(self._link, "seeding", "luck", False)


class RemoteGuest:
    """One object in the student's process: see `host.Guest`. It is let go there when it is here.

    has_num_batches: whether it may have a `num_batches` of its own, to be asked for.
    """

    def __init__(self, link, number, arguments=(None, None), has_num_batches=True):
        self._link, self._number, self._given = link, number, arguments
        self.has_num_batches = has_num_batches
        weakref.finalize(self, link.forget, number, None).atexit = False

    def _outcome(self, doing, operation, *arguments):
        told, failed = asked(self._link, doing, operation, self._number, *arguments)
        return failed or as_outcome(told)

    @property
    def for_fit(self):
        """See `Guest.for_fit`: a stand-in, that is a Sequence if the object is one."""
        try:
            thing, facts = self._link.value("looking at an object", "thing_of", self._number)
        except StudentError as error:
            return _lost(error)
        except CannotPass as error:
            error.pass_over()
            return _lost(error)
        if isinstance(thing, Elsewhere):
            object.__setattr__(thing, "_asked_by", self)
            object.__setattr__(thing, "_lacks", FIT.keys() - facts.keys())
            for name in FIT.keys() & facts.keys():
                object.__setattr__(thing, name, for_fit(name, facts[name]))
        return thing

    def length(self):
        """See `Guest.length`."""
        return self._outcome("__len__()", "length")

    def num_batches(self):
        """See `Guest.num_batches`."""
        if not self.has_num_batches:
            return None
        told, failed = asked(self._link, "num_batches", "num_batches", self._number)
        if failed is not None:
            return failed
        return None if told is None else as_outcome(told)

    def batches(self, indices, read):
        """See `Guest.batches`. Few messages for many batches, each written there as soon as it is made."""
        indices, found = list(indices), []
        while indices:
            told, failed = asked(
                self._link,
                f"__getitem__({indices[0]})",
                "batches",
                self._number,
                indices[:MOST_AT_ONCE],
                calls=2,
            )
            came = [failed] if failed else list(map(as_outcome, listed(told, len(indices)) or [None]))
            found += [read(index, outcome) for index, outcome in zip(indices, came)]
            if came[-1].silent:
                break
            del indices[: len(came)]
        return found

    def held(self):
        """See `Guest.held`."""
        told, _ = asked(self._link, "looking at batches", "held", self._number)
        return [pair for pair in listed(told, 1_000) if isinstance(pair, tuple) and len(pair) == 2]

    def together(self, indices):
        """See `Guest.together`: asked over two channels."""
        return self._link.both(
            "two calls at once",
            [("begin", place, self._number, index) for place, index in enumerate(indices)],
        )

    def interrupted(self, index, other):
        """See `Guest.interrupted`."""
        told, failed = asked(
            self._link, "two calls at once", "interrupted", self._number, index, other, calls=2
        )
        served, others = told if len(listed(told, 2)) == 2 else (None, ())
        return failed or as_outcome(served), [as_outcome(outcome) for outcome in listed(others, MOST_AT_ONCE)]

    def end_epoch(self):
        """See `Guest.end_epoch`."""
        return self._outcome("on_epoch_end()", "end_epoch")

    def arguments(self):
        """See `Guest.arguments`: read in the memory that both processes see, asked of nobody."""
        return tuple(map(self._link.memory.now, self._given))


def for_fit(name, value):
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
