"""Asks one object for its batches, with limits, and notes what each answer read."""

import contextlib
import time

from autograder.diagnosis.content import read_batch
from autograder.diagnosis.record import Batch
from autograder.sequence.limits import CALL_SECONDS
from autograder.sequence.outcome import call, raised

__all__ = ["Asker", "value_of"]


class Asker:
    """Asks `thing[index]`. tape: a `Tape` to note reads on, or None. seconds: how long a call may take."""

    def __init__(self, thing, tape=None, seconds=CALL_SECONDS):
        self.thing, self.tape, self.seconds = thing, tape, seconds

    def ask(self, index, keep=None):
        """Ask for one batch. keep: a list that gets the served object itself. Returns: `Batch`."""
        return self.ask_all([index], keep)[0]

    def ask_all(self, indices, keep=None):
        """Ask for batches in order, in one go, up to the first that never comes.

        All are asked for in one other thread: to go to and fro for each takes longer than a batch.
        """
        done = []

        def work():
            for index in indices:
                done.append(self.ask_here(index, keep))

        outcome = call(
            work, f"__getitem__({indices[0]})" if len(indices) == 1 else "__getitem__", self.seconds
        )
        batches = list(done)
        if not outcome.good:
            batches.append(Batch(indices[len(batches)], problem=outcome))
        return batches

    def ask_here(self, index, keep=None):
        """Ask for one batch in the thread that calls, without a limit."""
        tape = self.tape
        listening = tape.listening() if tape is not None else contextlib.nullcontext({})
        started, served, problem = time.perf_counter(), None, None
        with listening as reads:
            try:
                try:
                    served = self.thing[index]
                except SystemError:
                    # Python before 3.13 counts the depth of syntax trees of all threads in one place
                    # (https://github.com/python/cpython/issues/106905), and np.load reads heads by ast
                    reads.clear()
                    served = self.thing[index]
            except Exception as error:
                problem = raised(error)
        seconds = time.perf_counter() - started
        if problem is not None:
            return Batch(index, problem=problem, reads=reads, seconds=seconds)
        if keep is not None:
            keep.append(served)
        with tape.silent() if tape is not None else contextlib.nullcontext():
            return read_batch(index, served, reads=reads, seconds=seconds)


def value_of(function, doing, seconds=CALL_SECONDS):
    """Call the user's `function()` with a limit.

    Returns: `(value, outcome)`; outcome is None where a value came.
    """
    outcome = call(function, doing, seconds)
    return (outcome.value, None) if outcome.good else (None, outcome)
