"""What a Sequence is asked, and serves, in a real `model.fit`.

Keras' own habits are known and not held against a class (measured with Keras 3.15.1): before the
first epoch `fit` asks for batches 0 and 1 to learn their shapes, and calls `on_epoch_end` once.
"""

import contextlib
import warnings

from autograder.sequence.limits import FIT_SECONDS
from autograder.sequence.outcome import call
from autograder.sequence.reading import read_batch
from autograder.sequence.samples import Identity

__all__ = ["watch_fit"]


class _Noted:
    """What a Sequence was asked during a `fit`.

    asked: indices, in order. answered: how many of them. ends: how many had been asked for at each end of
    an epoch. heard: whether it could be listened to.
    """

    def __init__(self):
        self.asked, self.ends, self.answered, self.heard = [], [], 0, False


@contextlib.contextmanager
def _listening(sequence, noted):
    """Note what is asked of a Sequence, by way of a subclass that it is given for a while."""
    kind = type(sequence)

    def __getitem__(self, index):
        noted.asked.append(index)
        try:
            return kind.__getitem__(self, index)
        finally:
            noted.answered += 1

    def on_epoch_end(self):
        noted.ends.append(len(noted.asked))
        return kind.on_epoch_end(self)

    methods = {"__getitem__": __getitem__, "on_epoch_end": on_epoch_end, "__slots__": ()}
    try:
        if getattr(sequence, "use_multiprocessing", False):
            raise TypeError("another process would have to import this subclass")
        sequence.__class__ = type(kind)(kind.__name__, (kind,), methods)
        noted.heard = True
    except Exception:
        yield  # a class that cannot be listened to is still watched at the other end
        return
    try:
        yield
    finally:
        sequence.__class__ = kind


_recorders = []
"""Models for `watch_fit` that are free. Making one takes a tenth of the time of a `fit`."""


class _Notes:
    """What a model is to note: the batches of each epoch, their samples told by an `Identity`."""

    identity, epochs = None, ()


def _recorder():
    """Make a model whose training step notes what it is served; it has no weights to change.

    Returns `(model, callback, notes)`.
    """
    import keras

    notes = _Notes()

    class Recorder(keras.Model):
        def __init__(self):
            super().__init__()
            self.built = True

        def call(self, inputs):
            return inputs

        def train_step(self, served):
            epoch = notes.epochs[-1]
            epoch.append(read_batch(len(epoch), served, notes.identity))
            return {"loss": 0.0}

    class Epochs(keras.callbacks.Callback):
        def on_epoch_begin(self, epoch, logs=None):
            notes.epochs.append([])

    model = Recorder()
    model.compile(optimizer=None, run_eagerly=True, jit_compile=False)
    return model, Epochs(), notes


def watch_fit(sequence, record, data, epochs=2, **options):
    """Run a Sequence through a real `model.fit` and write into `record` what it was served.

    sequence: what `fit` is given. data: the samples as they were given, to tell served rows by, or an
    `Identity` of them. options: more arguments of `fit`; the order of the batches is left alone where
    they do not say other.
    """
    options = {"shuffle": False, **options}
    identity = data if isinstance(data, Identity) else Identity(data)
    record.fit_ran = True
    for left in (True, False):
        outcome, noted, served, said = _run(sequence, epochs, identity, options)
        # rarely TensorFlow's own threads wait for each other without end: that is not the class's fault
        if not (left and outcome.late_elsewhere and noted.heard and noted.answered == len(noted.asked)):
            break
    if not outcome.good:
        record.fit_problem = outcome
    record.super_called = not any("super().__init__" in text for text in said)
    record.epochs = [list(epoch) for epoch in served]
    record.asked, record.epoch_ends = list(noted.asked), len(noted.ends)
    record.steps = sum(map(len, record.epochs))


def _run(sequence, epochs, identity, options):
    """Run `fit` once: `(Outcome, _Noted, the batches of each epoch, what was warned)`."""
    served, said, noted = [], [], _Noted()
    recorder = model, callback, notes = _recorders.pop() if _recorders else _recorder()
    notes.epochs, notes.identity = served, identity

    def fit():
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            try:
                with _listening(sequence, noted):
                    model.fit(sequence, epochs=epochs, verbose=0, callbacks=[callback], **options)
            finally:
                said.extend(str(warning.message) for warning in warned)

    outcome = call(fit, "model.fit", FIT_SECONDS)
    if outcome.good:
        _recorders.append(recorder)  # one that failed may be at work still
    return outcome, noted, served, said
