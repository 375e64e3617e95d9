"""Asks one object for its batches, with limits, and notes what each answer read."""

import contextlib
import threading
import time

from autograder.diagnosis.content import read_batch
from autograder.diagnosis.record import Batch
from autograder.sequence.limits import CALL_SECONDS
from autograder.sequence.outcome import call, raised

__all__ = ["Asker", "value_of"]


class Asker:
    """Asks `thing[index]`. tape: a `Tape` to note reads on, or None."""

    def __init__(self, thing, tape=None):
        self.thing, self.tape = thing, tape

    def ask(self, index, keep=None):
        """Ask for one batch. keep: a list that gets the served object itself. Returns: `Batch`."""
        listening = self.tape.listening() if self.tape is not None else contextlib.nullcontext({})
        started = time.perf_counter()
        with listening as reads:
            outcome = call(lambda: self._call(index), f"__getitem__({index})")
        seconds = time.perf_counter() - started
        if not outcome.good:
            return Batch(index, problem=outcome, reads=reads, seconds=seconds)
        served = outcome.value
        if keep is not None:
            keep.append(served)
        quiet = self.tape.silent() if self.tape is not None else contextlib.nullcontext()
        with quiet:
            return read_batch(index, served, reads=reads, seconds=seconds)

    def ask_here(self, index):
        """Ask for one batch in the thread that calls, without a limit."""
        try:
            return read_batch(index, self.thing[index])
        except Exception as error:
            return Batch(index, problem=raised(error))

    def _call(self, index):
        if self.tape is not None:
            self.tape.callers.add(threading.get_ident())
        return self.thing[index]


def value_of(function, doing, seconds=CALL_SECONDS):
    """Call the user's `function()` with a limit. Returns `(value, outcome)`; outcome is None where it came."""
    outcome = call(function, doing, seconds)
    return (outcome.value, None) if outcome.good else (None, outcome)
