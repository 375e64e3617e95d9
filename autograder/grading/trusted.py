"""A test process: runs the instructor's cells, with stand-ins for what the student's cells define.

It is trusted, and knows the hidden tests. It lives for many notebooks, so that TensorFlow's own
start, which costs more than a notebook, is paid once; each notebook has a namespace of its own.
"""

import collections
import os
import socket

import keras
import tensorflow as tf

from autograder.grading.link import Link
from autograder.grading.pipes import Pipes
from autograder.grading.standin import StandIns, stand_in
from autograder.grading.wire import Channel, Gone
from autograder.sequence.limits import left_running

__all__ = ["live"]

MOST_HEAD = 8_000_000
"""Letters of what a value is written as, its arrays left out."""


class Datasets:
    """Makes the datasets that `fit` reads a Sequence through, and lends them out again.

    For each `fit` Keras calls `tf.data.Dataset.from_generator`, and TensorFlow traces four functions
    for it, which takes half the time of the `fit`. They are the same for all generators of one
    signature, so that later notebooks get the dataset of an earlier one, with their own generator.
    """

    def __init__(self):
        self._make = tf.data.Dataset.from_generator
        self._free, self._lent = collections.defaultdict(list), []

    def install(self):
        """Let Keras call this."""
        tf.data.Dataset.from_generator = self.from_generator

    def from_generator(self, generator, *others, output_signature=None, **options):
        """Return a dataset of what a generator yields."""
        plain = isinstance(output_signature, tuple) and all(
            isinstance(spec, tf.TensorSpec) for spec in output_signature
        )
        if not plain or others or options:
            return self._make(generator, *others, output_signature=output_signature, **options)
        if self._free[output_signature]:
            dataset, source = self._free[output_signature].pop()
        else:
            source = []
            dataset = self._make(lambda: source[0](), output_signature=output_signature)
        source[:] = [generator]
        self._lent.append((output_signature, dataset, source))
        return dataset

    def take_back(self):
        """Have all datasets back: the notebook that they were lent to is over."""
        for signature, dataset, source in self._lent:
            source.clear()
            self._free[signature].append((dataset, source))
        self._lent.clear()


def _link(*descriptors):
    """Connect to a student's process, by the descriptors that `Nursery.fork_student` made for it."""
    *ends, memory = descriptors
    channels = [Channel(Pipes(*ends[k : k + 2]), MOST_HEAD) for k in (0, 2)]
    link = Link(*channels, memory)
    os.close(memory)  # it is mapped now
    StandIns(link)
    return link


def live(runner, grader):
    """Serve the grader: begin a notebook, run locked cells and test cells, until it hangs up."""
    link, datasets = None, Datasets()
    datasets.install()
    while True:
        try:
            head, _ = grader.receive()
        except Gone:
            os._exit(0)
        if "begin" in head:
            if head["begin"] == "a notebook":
                if left_running():  # a `fit` of an earlier one: it must not meet this one
                    os._exit(0)
                runner.fresh()
                keras.backend.clear_session()
                datasets.take_back()
            _, descriptors, _, _ = socket.recv_fds(grader.sock, 1, 5)
            link = _link(*descriptors)
            grader.send({})
            continue
        if "sources" in head:  # of the student's cells: looked at for syntax errors, never run
            runner.shell.user_ns["In"][:] = ["", *head["sources"]]
        try:
            if "names" in head:
                runner.shell.user_ns.update(stand_in(link, head["names"]))
        except Gone:
            grader.send({"gone": True})
            continue
        outputs, failed = runner.run(head["source"])
        grader.send({"outputs": outputs, "failed": failed})
