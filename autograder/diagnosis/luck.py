"""Random numbers: seeded, so that the same object is always seen the same way, and put back."""

import contextlib
import random

import numpy as np

from autograder.diagnosis.holding import generators_in, loaded
from autograder.diagnosis.stand_ins import own_place
from autograder.patches import Patch

__all__ = ["Luck", "generators_made", "seeds_set"]


class Luck:
    """The state of all sources of random numbers that an object can use."""

    def __init__(self, thing=None):
        self._global = random.getstate(), np.random.get_state()
        self._held = [(g, _state(g)) for g in generators_in(thing)] if thing is not None else []
        self._tensorflow = _tensorflow_state()

    def seed(self, number):
        """Seed the global sources, and set those of the object to what they were."""
        random.seed(number)
        np.random.seed(number)
        tensorflow = loaded("tensorflow")
        if tensorflow is not None:
            tensorflow.random.set_seed(number)
        self._put_held()

    @property
    def is_used(self):
        """Whether something has drawn, or seeded, since this was made."""
        now = random.getstate(), np.random.get_state()
        same = now[0] == self._global[0] and all(
            np.array_equal(a, b) for a, b in zip(now[1], self._global[1])
        )
        return not same or any(repr(_state(source)) != repr(state) for source, state in self._held)

    def put_back(self):
        """Set all to what they were when this was made."""
        random.setstate(self._global[0])
        np.random.set_state(self._global[1])
        _put_tensorflow(self._tensorflow)
        self._put_held()

    def _put_held(self):
        for source, state in self._held:
            if isinstance(source, np.random.Generator):
                source.bit_generator.state = state
            elif isinstance(source, np.random.RandomState):
                source.set_state(state)
            else:
                source.setstate(state)


@contextlib.contextmanager
def seeds_set(silent=False):
    """Yield a list of who seeds a generator that all have in common: `(function, arguments, line)`.

    line: the user's own, as `stand_ins.own_place` has it; seeds that nobody of the user's sets are left out.
    silent: whether they seed nothing meanwhile.
    """
    calls = []

    def noting(name, real):
        def seed(*arguments, **options):
            place = own_place()
            if place:
                calls.append((name, repr((arguments, options)), place))
            return None if silent and place else real(*arguments, **options)

        return seed

    owners = {"random.seed": (random, "seed"), "np.random.seed": (np.random, "seed")}
    tensorflow = loaded("tensorflow")
    if tensorflow is not None:
        owners["tf.random.set_seed"] = tensorflow.random, "set_seed"
    with contextlib.ExitStack() as stack:
        for said, (owner, name) in owners.items():
            stack.enter_context(Patch(owner, {name: noting(said, getattr(owner, name))}))
        yield calls


@contextlib.contextmanager
def generators_made():
    """Yield a list of the generators that the user's code makes with a seed: `(arguments, line)`."""
    calls = []

    def note(arguments, options):
        place = own_place()
        if place and (arguments or options):
            calls.append((repr((arguments, options)), place))

    def made(real):
        def make(*arguments, **options):
            note(arguments, options)
            return real(*arguments, **options)

        return make

    class Noted(np.random.RandomState):
        def __init__(self, *arguments, **options):
            note(arguments, options)
            super().__init__(*arguments, **options)

    with Patch(np.random, {"default_rng": made(np.random.default_rng), "RandomState": Noted}):
        yield calls


def _state(source):
    if isinstance(source, np.random.Generator):
        return source.bit_generator.state
    return source.get_state() if isinstance(source, np.random.RandomState) else source.getstate()


def _context():
    if loaded("tensorflow") is None:
        return None
    from tensorflow.python.eager import context

    return context.context()


def _tensorflow_state():
    """TensorFlow has no public way to read its seed."""
    context = _context()
    source = getattr(context, "_rng", None)
    return getattr(context, "_seed", None), source and source.getstate()


def _put_tensorflow(saved):
    context = _context()
    if context is None or not hasattr(context, "_seed"):
        return
    seed, state = saved
    context._seed = seed
    if state is not None:
        context._rng.setstate(state)
