"""A real `model.fit` of an object, with a model that learns nothing: does it end, and if not, why not?"""

from autograder.sequence.limits import FIT_SECONDS
from autograder.sequence.outcome import call

__all__ = ["run_fit"]

MOST_STEPS = 40
"""Of a longer epoch the rest was asked for directly."""


def run_fit(thing, length, seconds=FIT_SECONDS, ends=True):
    """Run two epochs of `model.fit`. Returns: `Outcome`, or None where it ended.

    length: of an epoch; None for what has none. ends: whether an epoch comes to its end by itself.
    """
    if not length:
        steps = 2
    elif length > MOST_STEPS or not ends:
        steps = min(length, MOST_STEPS)
    else:
        steps = None
    outcome = call(
        lambda: _model().fit(thing, epochs=2, verbose=0, shuffle=False, steps_per_epoch=steps),
        "model.fit",
        seconds,
    )
    return None if outcome.good else outcome


def _model():
    import keras

    class Silent(keras.Model):
        """It has no weights, and its training step does nothing."""

        def __init__(self):
            super().__init__()
            self.built = True

        def call(self, inputs):
            return inputs

        def train_step(self, served):
            return {"loss": 0.0}

    model = Silent()
    model.compile(optimizer=None, run_eagerly=True, jit_compile=False)
    return model
