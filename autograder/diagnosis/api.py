"""`diagnose`: what is wrong with any Sequence."""

import contextlib
import io
import sys
import time
import warnings

from autograder.diagnosis import streams
from autograder.diagnosis.copying import Copies
from autograder.diagnosis.drawing import figure_of
from autograder.diagnosis.given import is_factory, name_of, refused
from autograder.diagnosis.guard import guarded
from autograder.diagnosis.judge import Verdict, judge
from autograder.diagnosis.luck import Luck
from autograder.diagnosis.record import Record
from autograder.diagnosis.report import Diagnosis
from autograder.diagnosis.restoring import Snapshot

__all__ = ["diagnose"]

QUIET_SECONDS = 2
"""After so long there are lines on how far it is."""


def diagnose(sequence_or_factory, *, model=None, samples=None, validation=None, seconds=30):
    """Say what is wrong with a Sequence, a tf.data.Dataset or a generator.

    sequence_or_factory: the object; or a function without arguments that makes it, which also shows
    what the constructor does; or one that takes n, the number of samples, which shows what goes
    wrong at other sizes. model: the compiled model it is for. samples: how many samples an epoch
    should have, where the object does not show them. validation: the validation data, as `fit` takes
    them, or a function that makes them. seconds: how long it may take, about.

    Returns: `Diagnosis`. The object is afterwards what it was before. It raises nothing that the
    user's code raises: that is told. Where it is given what it cannot look at, the report says so in
    `refused`; where it fails itself, in `unseen`.
    """
    failed, luck = [], Luck()
    try:
        with _progress() as say, guarded("everything else", failed):
            return _diagnose(sequence_or_factory, model, samples, validation, seconds, say)
    finally:
        luck.put_back()  # a factory draws too
    return Diagnosis(type(sequence_or_factory).__name__, unseen=failed)


def _diagnose(given, model, samples, validation, seconds, say):
    said = refused(given, model, samples, validation, seconds)
    if said:
        return Diagnosis(name_of(given), refused=said)
    if is_factory(given):
        from autograder.diagnosis import factories

        return factories.diagnose_factory(given, model, samples, validation, seconds, say)
    return diagnose_object(given, None, model, samples, validation, seconds, say)


def diagnose_object(thing, make, model, samples, validation, seconds, say):
    """Diagnose one object. make: a function that makes another like it, or None."""
    snapshot = Snapshot(thing)
    copies = Copies(thing, make)
    record, verdict, failed = Record(type(thing).__name__, samples=samples), Verdict(), []
    try:
        with quiet():
            with guarded("all that comes after", failed):
                streams.observe(copies, record, seconds, say)
            with guarded("what follows from what was seen", failed):
                verdict = judge(record)
            if model is not None:
                from autograder.diagnosis.model import with_model

                with guarded("whether it suits the model", failed):
                    with_model(verdict, record, model, copies)
            if validation is not None:
                from autograder.diagnosis.validation import with_validation

                with guarded("whether the validation data is other data", failed):
                    with_validation(verdict, record, validation, seconds, model)
    finally:
        snapshot.put_back()
        copies.close()
    verdict.unseen += failed
    if snapshot.unsure and (copies.itself or set(snapshot.unsure) & set(copies.shared)):
        verdict.unseen.append(
            f"whether {', '.join(snapshot.unsure)} is what it was: it cannot be copied or put back"
        )
    return report(record, verdict)


def report(record, verdict):
    """Make the report of a record and of what is told of it."""
    drawn = None
    with guarded("the figure", verdict.unseen):
        drawn = figure_of(record, verdict.reads) if record.epochs else None
    return Diagnosis(
        record.name, verdict.findings, verdict.questions, verdict.notes, verdict.unseen, record, drawn
    )


@contextlib.contextmanager
def quiet():
    """What the user's code prints, and warns of, is not shown meanwhile."""
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@contextlib.contextmanager
def _progress():
    """Yield a function that says how far it is, once it takes long."""
    started = time.perf_counter()
    out = sys.stderr
    said = []

    def say(text):
        if time.perf_counter() - started > QUIET_SECONDS and out.isatty():
            said.append(text)
            out.write(f"\rdiagnose: {text}".ljust(79)[:79])
            out.flush()

    yield say
    if said:
        out.write("\r" + " " * 79 + "\r")
