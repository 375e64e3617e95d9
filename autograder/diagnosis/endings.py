"""Copies come to their end in silence.

What a class does in `__del__` it would do to what a copy has in common with the user's object: a file that it
closes is closed for both.
"""

import contextlib
import gc
import weakref

__all__ = ["Endings"]


class Endings:
    """Keeps `__del__` from being called for objects of ours, and for no others."""

    def __init__(self):
        self._ours, self._classes = {}, {}

    def silence(self, thing):
        """Have nothing called for this object when it comes to its end."""
        owner = next((kind for kind in type(thing).__mro__ if "__del__" in vars(kind)), None)
        if owner is None or not (owner in self._classes or self._patch(owner)):
            return
        try:
            self._ours[id(thing)] = weakref.ref(thing)
        except TypeError:  # it has no place for one
            self._ours[id(thing)] = lambda: thing

    def _patch(self, kind):
        original, ours = vars(kind)["__del__"], self._ours

        def silenced(thing):
            if ours.pop(id(thing), None) is None:
                original(thing)

        with contextlib.suppress(TypeError):
            kind.__del__ = silenced
            self._classes[kind] = original
            return True
        return False

    def close(self):
        """Have the classes as they were; what is left of ours ends in silence too, whenever that is."""
        if not self._classes:
            return
        gc.collect()
        for left in [*self._ours.values()]:
            if (thing := left()) is not None:
                kind = type(thing)
                with contextlib.suppress(TypeError):
                    thing.__class__ = type(kind.__name__, (kind,), {"__del__": lambda self: None})
        for kind, original in self._classes.items():
            kind.__del__ = original
        self._ours.clear()
        self._classes.clear()
