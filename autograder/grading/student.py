"""The student's process: runs the student's cells, and serves what they define.

Nothing in here protects anything: the student's code shares this process, and can
change all of it. It can so change what its own class serves, which it could anyway.
"""

import contextlib
import os
import pickle
import select
import sys
import time
from dataclasses import asdict

import numpy as np

from autograder.grading.attempts import Attempts
from autograder.grading.wire import Gone, decode, encode
from autograder.sequence.observe import (
    CALL_SECONDS,
    caught,
    interrupted_after,
    same_luck,
    together,
)

__all__ = ["live"]

MOST_OBJECTS = 400
MOST_BYTES = 8_000_000
"""Arrays beyond this go in a message of their own."""


class _Served:
    """One object that the tests had made, its arguments, and the batches it gave out."""

    def __init__(self, thing, arguments):
        self.thing, self.arguments, self.batches = thing, arguments, {}


class Server:
    """Answers the test process: makes objects of what the cells defined, and asks them."""

    def __init__(self, namespace):
        self.namespace, self.objects = namespace, {}
        self.luck = []

    def answer(self, doing, request):
        """Carry out one request. Returns `(kind, value)`: "value", or "problem" for an exception."""
        operation, *arguments = request
        return self.outcome(doing, getattr(self, f"do_{operation}"), *arguments)

    @staticmethod
    def outcome(doing, function, *arguments):
        """Call a function, but not for ever. Returns `(kind, value)`."""
        try:
            with interrupted_after(CALL_SECONDS, doing):
                return "value", function(*arguments)
        except BaseException as error:
            return "problem", asdict(caught(error))

    def do_describe(self, name):
        """What a name stands for: its kind, and what a stand-in has to know of a class."""
        import keras

        thing = self.namespace.get(name)
        if isinstance(thing, type):
            return {
                "kind": "class",
                "name": thing.__name__,
                "sequence": issubclass(thing, keras.utils.PyDataset),
                "has_len": getattr(thing, "__len__", None) is not None,
                "epoch_end": getattr(thing, "on_epoch_end", None) is not None,
            }
        if callable(thing) and not isinstance(thing, keras.utils.PyDataset):
            return {"kind": "function", "name": name}
        if thing is None or isinstance(thing, (bool, int, float, str, tuple, list, dict)):
            return {"kind": "plain", "value": thing}
        return {"kind": "object", "name": type(thing).__name__}

    def do_make(self, number, name, arguments, options):
        """Make an object, `name(*arguments, **options)`, and ask for its `len`."""
        thing = self.namespace[name](*arguments, **options)
        while len(self.objects) >= MOST_OBJECTS:
            del self.objects[next(iter(self.objects))]
        self.objects[number] = _Served(thing, (arguments, options))
        facts = {}
        for fact in ("workers", "use_multiprocessing", "max_queue_size"):
            with contextlib.suppress(Exception):
                facts[fact] = int(getattr(thing, fact))
        if hasattr(type(thing), "__len__"):
            facts["len"] = self.outcome("__len__()", self.do_len, number)
        return facts

    def do_trials(self, name, trials, with_batches):
        """Make objects one after the other, and ask each for its `len` and batches.

        trials: pairs of arguments and options; with_batches: how many batches there ought to be,
        for each, or nothing. Returns as many `(made, batches)` as come in the time of one call.
        """
        outcomes, size, until = [], 0, time.monotonic() + CALL_SECONDS
        for (number, arguments, options), most in zip(trials, with_batches):
            doing = f"{name}(data, labels)"
            made = self.outcome(doing, self.do_make, number, name, arguments, options)
            batches = []
            if made[0] == "value" and most:
                kind, length = made[1].get("len", ("", None))
                length = length if kind == "value" and type(length) is int and length > 0 else most
                batches = self.do_several(number, range(min(length, most)))
            outcomes.append((made, batches))
            size += _bytes(batches)
            if time.monotonic() > until or size > MOST_BYTES:
                break
        return outcomes

    def do_shuffles(self, name, arguments, options):
        """Whether making an object calls its `on_epoch_end`."""
        kind, calls = self.namespace[name], []

        def on_epoch_end(this):
            calls.append(1)
            return kind.on_epoch_end(this)

        type(kind)(kind.__name__, (kind,), {"on_epoch_end": on_epoch_end})(*arguments, **options)
        return bool(calls)

    def do_len(self, number):
        """`len` as the class defines it, whatever it returns."""
        thing = self.objects[number].thing
        return type(thing).__len__(thing)

    def do_get(self, number, index):
        """`object[index]`; the batch is kept, to see later whether it changed."""
        served = self.objects[number]
        batch = served.thing[index]
        if len(served.batches) < 64:
            served.batches.setdefault(index, batch)
        return batch

    def do_several(self, number, indices):
        """Batches one after the other: their outcomes, as many as come in the time of one."""
        outcomes, size, until = [], 0, time.monotonic() + CALL_SECONDS
        for index in indices:
            kind, batch = self.outcome(f"__getitem__({index})", self.do_get, number, index)
            outcomes.append((kind, _as_it_is_now(batch)))
            size += _bytes(outcomes[-1])
            if time.monotonic() > until or size > MOST_BYTES:
                break
        return outcomes

    def do_together(self, number, indices):
        """Two batches at once, from two threads: their outcomes."""
        calls = together(self.objects[number].thing, indices)
        return [self.outcome("two calls at once", call) for call in calls]

    def do_served(self, number, index):
        """The batch that was given out for an index at first, as it is now."""
        return self.objects[number].batches[index]

    def do_arguments(self, number):
        """The data and labels that an object was made from, as they are now."""
        (data, labels), _ = self.objects[number].arguments
        return data, labels

    def do_call(self, number, method, arguments):
        """Call a method of an object."""
        return getattr(self.objects[number].thing, method)(*arguments)

    def do_attribute(self, number, name):
        """An attribute of an object."""
        return getattr(self.objects[number].thing, name)

    def do_function(self, name, arguments, options):
        """Call a function by its name."""
        return self.namespace[name](*arguments, **options)

    def do_luck(self, when):
        """Seed the global random numbers, or end it: `observation.same_luck`, in here."""
        if when == "begin":
            self.luck.append(same_luck())
            self.luck[-1].__enter__()
        elif self.luck:
            self.luck.pop().__exit__(None, None, None)

    def do_functions(self, name, calls):
        """Call a function many times: the outcomes, as many as come in the time of one call."""
        outcomes, until = [], time.monotonic() + CALL_SECONDS
        for arguments in calls:
            doing = f"{name}{arguments}"
            outcomes.append(self.outcome(doing, self.do_function, name, arguments, {}))
            if time.monotonic() > until:
                break
        return outcomes


def _as_it_is_now(value):
    """What would be sent of a value now, before a later call fills its arrays with other values."""
    buffers = []
    return decode(encode(value, buffers), buffers)


def _bytes(thing):
    if isinstance(thing, (tuple, list)):
        return sum(map(_bytes, thing))
    return getattr(thing, "nbytes", 0) if isinstance(thing, np.ndarray) else 0


def live(runner, grader, tests):
    """Serve the grader (cells to run) and the test process (requests), until either hangs up."""
    server = Server(runner.shell.user_ns)
    runner.shell.user_ns["__name__"] = "__main__"
    sys.path.append(os.getcwd())  # for modules that were handed in beside the notebook
    attempts = Attempts(os.getcwd())
    attempts.listen()
    while True:
        for channel in select.select([grader, tests], [], [])[0]:
            try:
                head, buffers = channel.receive()
            except Gone:
                os._exit(0)
            if channel is tests:
                _serve(server, tests, head, buffers)
            elif "files" in head:
                _write_files(head["files"], buffers)
                grader.send({})
            elif "attempts" in head:
                grader.send({"attempts": attempts.texts})
            else:
                outputs, failed = runner.run(head["source"])
                _reply(grader, {"outputs": outputs, "failed": failed})


def _write_files(names, contents):
    """Put the files that were handed in beside the notebook into the working folder."""
    for name, content in zip(names, contents):
        with contextlib.suppress(OSError):
            os.makedirs(os.path.dirname(name) or ".", exist_ok=True)
            with open(name, "wb") as file:
                file.write(content)


def _reply(channel, head):
    try:
        channel.send(head)
    except (TypeError, ValueError):  # an output that JSON cannot hold
        channel.send({"outputs": [], "failed": False})


def _serve(server, channel, head, buffers):
    request = pickle.loads(buffers[0])  # from our own test process
    try:
        for number in head.get("forgotten", ()):  # so that files and memory of an object are free again
            server.objects.pop(number, None)
        kind, value = server.answer(head["doing"], request)
    except BaseException as error:
        kind, value = "problem", asdict(caught(error))
    made = []
    try:
        body = encode(value, made)
    except BaseException as error:
        kind, made = "problem", []
        body = encode(asdict(caught(error)), made)
    sys.stdout.flush()
    channel.send({"number": head["number"], "kind": kind, "value": body}, made)
