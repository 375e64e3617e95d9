"""The class under test, and what it is tried on."""

import functools
from dataclasses import replace

from autograder.mistakes.finding import Finding, telling
from autograder.mistakes.raised import CANNOT_BE_MADE, call_finding, not_started
from autograder.mistakes.refusals import numbers_refused
from autograder.sequence.observe import ask
from autograder.sequence.reading import read_outcome
from autograder.sequence.record import Record
from autograder.sequence.samples import Identity, numbered

__all__ = ["RARE_KINDS", "CannotGoOn", "Trying", "unmade_finding"]

KINDS = (
    ((2,), "float32", "int64"),
    ((4, 4, 3), "float32", "float32"),
    ((3,), "float64", "int32"),
    ((4, 4), "uint8", "int64"),
)
"""Shapes and dtypes of samples, and dtypes of labels: a loss may want any of them."""
RARE_KINDS = (
    ((2,), "float16", "uint8"),
    ((), "float32", "int64"),
    ((3,), "int16", "float16"),
    ((2, 2), "int32", "int8"),
)
"""Others, that are right too, and that fewer people have in mind."""
SCALARS = ((), "float64", "int64")
"""Of such a batch each row is a number that is also a float of Python."""
MORE_ARGUMENTS = "The arguments are data, labels, batch_size=32, shuffle=True and seed=None."
"""Those of a class that shuffles."""
FEW_SAMPLES = 200
"""Data sets above this have one dtype, float32: the others do not reach so far."""


class CannotGoOn(Exception):
    """Nothing else can be judged; `finding` says why."""

    def __init__(self, finding):
        super().__init__(finding.name)
        self.finding = finding


class Trying:
    """A class under test. host: who answers for it, see `sequence.host`.

    options: more arguments, by name, that every object is made with. refuses: the finding for a class that
    takes no arrays of NumPy but those of one axis; it is tried on those then, so that this one fault costs
    its own rule.
    """

    def __init__(self, host, options=None):
        self.host, self.options, self.refuses = host, options or {}, None

    def look_for_refusal(self):
        """Find out whether NumPy's numbers are refused: `isinstance(row, (int, float))` does it."""
        record = self._first_batch(numbered(10))
        problem = record.readable.problem if record is not None else None
        if problem is None or not problem.is_a("TypeError") or problem.method != "__getitem__":
            return
        scalars = self._first_batch(numbered(10, *SCALARS))
        if scalars is not None and scalars.readable.size:
            self.refuses = numbers_refused(record)

    def _first_batch(self, samples):
        made = self.made(samples, 4)
        if not made.good:
            return None
        record = Record.of(*samples, 4)
        record.readable = ask(made.value, [0], Identity(samples.data))[0]
        return record

    def samples(self, n, k=0, kinds=KINDS):
        """Make n samples; k: a number that says which of the kinds of data."""
        if self.refuses is not None:
            return numbered(n, *SCALARS)
        shape, dtype, label_dtype = kinds[k % len(kinds)]
        return numbered(n, shape, dtype if n <= FEW_SAMPLES else "float32", label_dtype)

    def record(self, samples, batch_size):
        """A record of `samples`, to be filled in."""
        return Record.of(*samples, batch_size, options=self.options, is_sequence=self.host.is_sequence)

    def having(self, **options):
        """The same class, tried with other options."""
        other = Trying(self.host, options)
        other.refuses = self.refuses
        return other

    def made(self, samples, batch_size, by_place=False):
        """Make an object: the `Outcome`, whose value is a `Guest`."""
        return self.host.make(samples, batch_size, by_place, self.options)

    def make(self, samples, batch_size):
        """Make an object: its `Guest`. Raises: CannotGoOn where there is none."""
        made = self.made(samples, batch_size)
        if not made.good:
            raise CannotGoOn(self._unmade(made, len(samples.data), batch_size))
        return made.value

    def _unmade(self, outcome, n, batch_size):
        hint = MORE_ARGUMENTS if self.options else None
        return unmade_finding(outcome, n, batch_size, self.options, hint=hint)

    def each(self, cases, most, found, rule_of):
        """Make an object for every case, and ask it: yields `(samples, batch_size, Trial)`.

        cases: triples (n, batch_size, samples). most: a function (n, batch_size) -> how many batches to
        ask for. Where no object is made it is noted in `found`, under `rule_of(n, batch_size)`.
        """
        cases = sorted(cases, key=lambda case: telling(Record(case[0], case[1])))
        # what tells the samples is made before anything can change them
        trials = self.host.each(
            [(samples, b, most(n, b), _reader(samples, most(n, b))) for n, b, samples in cases], self.options
        )
        for (n, b, samples), trial in zip(cases, trials):
            if trial.made.good:
                yield samples, b, trial
                continue
            finding = self._unmade(trial.made, n, b)
            found.setdefault(rule_of(n, b), finding)
            if finding.mistake.final:
                raise CannotGoOn(finding)


def _reader(samples, most):
    """What reads the batches of an object that was made from `samples`."""
    return functools.partial(read_outcome, identity=Identity(samples.data)) if most else None


def unmade_finding(outcome, n, batch_size, options=None, takes="data, labels", noun="samples", hint=None):
    """The finding for an object that was not made.

    options: more arguments, by name. takes, noun: the arguments before batch_size, and what n counts. hint:
    which they are, where they are others than data, labels and batch_size.
    """
    options = options or {}
    given = options if batch_size is None else {"batch_size": batch_size, **options}
    named = "".join(f", {name}={value}" for name, value in given.items())
    asked = f"an object from DataGenerator({takes}{named}), with {n} {noun}."
    if outcome.kind == "NotImplementedError":
        return not_started(asked, "__init__")
    finding = call_finding(outcome, "__init__", asked)
    if not outcome.silent:
        return replace(finding, hint=hint) if hint and finding.mistake is CANNOT_BE_MADE else finding
    so = "nothing can be served. Is there a loop that never ends?"
    return Finding(finding.mistake, asked, finding.received, so, rule=CANNOT_BE_MADE.rule)
