"""Notices where Keras' `ImageDataGenerator` shuffles the inputs of a batch alone: `flow` shuffles by default.

Source: the signature of `ImageDataGenerator.flow` in Keras 3, `flow(x, y=None, batch_size=32, shuffle=True, …)`.
"""

import contextlib
import inspect
import sys

from autograder.diagnosis.holding import walk
from autograder.patches import Patch

__all__ = ["iterators_in", "shuffled_inputs"]

MOVING = (
    "rotation_range",
    "width_shift_range",
    "height_shift_range",
    "shear_range",
    "horizontal_flip",
    "vertical_flip",
)
"""What it is told that moves pictures by chance."""
MODULE = "keras.src.legacy.preprocessing.image"


@contextlib.contextmanager
def shuffled_inputs():
    """Yield a list: `(rows, (method, file, line))` of each call of `flow` that shuffles rows without targets."""
    calls, module = [], sys.modules.get(MODULE)
    kind = getattr(module, "ImageDataGenerator", None)
    if kind is None:
        yield calls
        return
    real = kind.flow
    signature = inspect.signature(real)

    def flow(*arguments, **options):
        with contextlib.suppress(Exception):  # what is wrong with the call it says itself
            bound = signature.bind(*arguments, **options)
            bound.apply_defaults()
            given = bound.arguments
            if given["y"] is None and given["shuffle"] and given["batch_size"] > 1:
                caller = sys._getframe(1)
                place = caller.f_code.co_name, caller.f_code.co_filename, caller.f_lineno
                calls.append((min(len(given["x"]), given["batch_size"]), place))
        return real(*arguments, **options)

    with Patch(kind, {"flow": flow}):
        yield calls


def iterators_in(thing):
    """`(name, items, whether it shuffles, seed)` of Keras' own iterators over pictures that an object holds.

    Of those that do not shuffle only those that turn or flip by chance.
    """
    base = getattr(sys.modules.get(MODULE), "Iterator", None)
    found = []
    for name, value, _ in walk(thing):
        if base is not None and isinstance(value, base):
            maker = getattr(value, "image_data_generator", None)
            moves = any(getattr(maker, word, 0) for word in MOVING)
            if value.shuffle or moves:
                found.append((name, value.n, bool(value.shuffle), value.seed))
    return tuple(found)
