"""Figures that a cell of tests makes for the student's code to draw into: `fig, ax = plt.subplots()`.

The student's process gets one that is laid out alike, and from then on that of the tests asks it for all
that it is asked: what was drawn is there. A figure into which the tests have drawn themselves does not
pass: what they compare with stays theirs.
"""

import sys

from autograder.grading.values import CannotPass

__all__ = ["become", "begin", "begin_cell", "layout", "make"]


# In the process of the tests -----------------------------------------------------------------


def layout(artist):
    """What another figure needs to be laid out alike.

    artist: a figure, or axes in one. Returns: the figure, and what `make` takes. Raises: CannotPass, for
    other artists, and for what is drawn into.
    """
    figure = artist if hasattr(artist, "add_axes") else getattr(artist, "figure", None)
    is_whole = figure is not None and (artist is figure or any(artist is axes for axes in figure.axes))
    if not is_whole or any(axes.has_data() or axes.texts for axes in figure.axes):
        raise CannotPass(
            f"{type(artist).__name__} of Matplotlib: what a test has drawn does not pass to the student's "
            "process, empty axes do. Let the function make the figure itself, and return it."
        )
    axes = [(axes.get_position().bounds, axes.name) for axes in figure.axes]
    return figure, (tuple(map(float, figure.get_size_inches())), axes)


def become(artist, drawing):
    """Let an artist of the tests ask a stand-in for all that it is asked."""
    kind = type(artist)

    def read(self, name):
        if name.startswith("__") and name.endswith("__"):
            return kind if name == "__class__" else object.__getattribute__(self, name)
        return getattr(drawing, name)

    body = {
        "__getattribute__": read,
        "__setattr__": lambda self, name, value: setattr(drawing, name, value),
    }
    artist.__class__ = type(kind.__name__, (kind,), body)


# In the student's process --------------------------------------------------------------------


def make(size, axes):
    """Make a figure that is laid out so. Returns: it, and its axes."""
    import matplotlib.pyplot as plt

    figure = plt.figure(figsize=size)
    return figure, [figure.add_axes(bounds, projection=name) for bounds, name in axes]


def begin_cell():
    """A cell begins: where figures are shown below their cell, as in a notebook, those of the one before are closed."""
    plt = sys.modules.get("matplotlib.pyplot")
    if plt is not None and "inline" in sys.modules["matplotlib"].get_backend():
        plt.close("all")


def begin(name):
    """Do what a test has done with pyplot's current figure: "figure", "clf" or "close"."""
    plt = sys.modules.get("matplotlib.pyplot")
    if plt is not None:
        plt.close("all") if name == "close" else getattr(plt, name)()
