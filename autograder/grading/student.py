"""The student's process: runs the student's cells, and serves what they define.

Nothing in here protects anything: the student's code shares this process, and can
change all of it. It can so change what its own class serves, which it could anyway.
"""

import contextlib
import os
import pickle
import select
import sys

from autograder.grading.wire import Gone, encode, receive, send
from autograder.observation import CALL_SECONDS, Problem, caught, run_limited

__all__ = ["live"]

MOST_OBJECTS = 400


class _Served:
    """One object that the tests had made, its arguments, and the batches it gave out."""

    def __init__(self, thing, arguments):
        self.thing, self.arguments, self.batches = thing, arguments, {}


class Server:
    """Answers the test process: makes objects of what the cells defined, and asks them."""

    def __init__(self, namespace):
        self.namespace, self.objects = namespace, {}

    def answer(self, request):
        """Carry out one request. Returns `(kind, value)`: "value", or "problem" for an exception."""
        operation, *arguments = request
        try:
            return "value", getattr(self, f"do_{operation}")(*arguments)
        except BaseException as error:
            return "problem", _as_dict(caught(error))

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
        """Make an object: `name(*arguments, **options)`."""
        thing = self.namespace[name](*arguments, **options)
        while len(self.objects) >= MOST_OBJECTS:
            del self.objects[next(iter(self.objects))]
        self.objects[number] = _Served(thing, (arguments, options))
        facts = {}
        for fact in ("workers", "use_multiprocessing", "max_queue_size"):
            with contextlib.suppress(Exception):
                facts[fact] = int(getattr(thing, fact))
        return {**facts, "type": type(thing).__name__}

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


def _as_dict(problem):
    return {name: getattr(problem, name) for name in Problem.__dataclass_fields__}


def live(runner, grader, tests):
    """Serve the grader (cells to run) and the test process (requests), until either hangs up."""
    server = Server(runner.shell.user_ns)
    runner.shell.user_ns["__name__"] = "__main__"
    while True:
        for sock in select.select([grader, tests], [], [])[0]:
            try:
                head, buffers = receive(sock)
            except Gone:
                os._exit(0)
            if sock is grader:
                outputs, failed = runner.run(head["source"])
                _reply(grader, {"outputs": outputs, "failed": failed})
            else:
                _serve(server, tests, head, buffers)


def _reply(sock, head):
    try:
        send(sock, head)
    except (TypeError, ValueError):  # an output that JSON cannot hold
        send(sock, {"outputs": [], "failed": False})


def _serve(server, sock, head, buffers):
    request = pickle.loads(buffers[0])  # from our own test process
    try:
        kind, value = run_limited(
            lambda: server.answer(request), head.get("seconds", CALL_SECONDS), head["doing"]
        )
    except BaseException as error:
        kind, value = "problem", _as_dict(caught(error))
    made = []
    try:
        body = encode(value, made)
    except BaseException as error:
        kind, made = "problem", []
        body = encode(_as_dict(caught(error)), made)
    sys.stdout.flush()
    send(sock, {"kind": kind, "value": body}, made)
