"""What is put in the place of parts of other packages: each with its reason, and the way back.

Nothing else in this package changes another one. A patch is installed where it is used, as often as
one likes, and `undo` puts back what was there before.
"""

import collections
import fnmatch
import functools
import itertools
import os
import sys
import weakref
from pathlib import PurePath

__all__ = [
    "Patch",
    "counted_seeds",
    "environment_changes",
    "files_of_students",
    "lent_datasets",
    "no_address_grammars",
    "one_engine",
    "ordinary_files",
    "readable_dates",
    "revision_here",
    "theirs_is_current",
]

MISSING = object()


class Patch:
    """Attributes of another package, and what takes their place. Use it as a context manager, or not.

    owner: a module, a class or a dict such as `sys.modules`. news: {name: what takes its place}.
    at_the_end: called with no arguments once all is as it was.
    """

    def __init__(self, owner, news, at_the_end=lambda: None):
        self._owner, self._news, self._at_the_end = owner, news, at_the_end
        self._before = {}

    def install(self):
        """Put it in place; what is there already stays. Returns itself."""
        for name, new in self._news.items():
            before = self._get(name)
            if before is not new:
                self._before.setdefault(name, before)
                self._set(name, new)
        return self

    def undo(self):
        """Put back what was there."""
        for name, before in self._before.items():
            self._set(name, before)
        if self._before:
            self._at_the_end()
        self._before = {}

    def __enter__(self):
        return self.install()

    def __exit__(self, *error):
        self.undo()

    def _get(self, name):
        if isinstance(self._owner, dict):
            return self._owner.get(name, MISSING)
        return vars(self._owner).get(name, MISSING)

    def _set(self, name, value):
        if isinstance(self._owner, dict):
            self._owner.pop(name, None) if value is MISSING else self._owner.update({name: value})
        elif value is MISSING:
            delattr(self._owner, name)
        else:
            setattr(self._owner, name, value)


def no_address_grammars():
    """Let jsonschema do without `rfc3987_syntax`.

    It compiles 38 grammars for addresses in other alphabets, for a second; it does without them
    where they are not installed, and no notebook's schema has such an address.
    """
    installed = "rfc3987_syntax" in sys.modules
    return Patch(sys.modules, {} if installed else {"rfc3987_syntax": None})


def one_engine():
    """Let all of nbgrader's gradebook objects share one SQLAlchemy engine, each with its session.

    nbgrader makes about a dozen of them for each submission. Each has an engine of its own that
    compiles the same queries anew, and looks whether every table is there: a third of the time that
    `nbgrader autograde` needs beside the kernel. The engine is closed when this is undone.
    """
    from nbgrader.api import Gradebook
    from sqlalchemy.orm import scoped_session

    begin, end, opened = Gradebook.__init__, Gradebook.close, {}

    def begin_with_the_same(gradebook, address, course_id="default_course", authenticator=None):
        first = opened.get((address, course_id))
        if first is None:
            begin(gradebook, address, course_id, authenticator)
            opened[address, course_id] = gradebook
        else:
            session = scoped_session(first.db.session_factory)
            vars(gradebook).update(vars(first), db=session, authenticator=authenticator)

    def close_all():
        for gradebook in opened.values():
            end(gradebook)

    return Patch(
        Gradebook,
        {"__init__": begin_with_the_same, "close": lambda gradebook: gradebook.db.remove()},
        close_all,
    )


def _find_ordinary_files(path, exclude=None):
    from nbgrader.utils import find_all_files

    found = find_all_files(path, exclude)
    return [name for name in found if os.path.isfile(name) and not os.path.islink(name)]


def _find_handed_in(path, exclude=None):
    """What a notebook may need of what a student handed in, and nbgrader is not told to leave out.

    nbgrader asks for each file which of all the files are to be left out: of 60,000, for hours.
    """
    from autograder.grading.beside import takeable

    def is_left_out(relative):
        parts = PurePath(relative).parts
        return any(fnmatch.fnmatch(part, pattern) for part in parts for pattern in exclude or ())

    return [name for relative, name in takeable(path)[0].items() if not is_left_out(relative)]


def revision_here():
    """Let nbgrader look up in this process which revision of its tables a new gradebook has.

    It starts the program `alembic` for that, which imports all of nbgrader once more.
    """
    from nbgrader import api

    def get_alembic_version():
        from alembic.script import ScriptDirectory
        from nbgrader.dbutil import ALEMBIC_DIR

        return ScriptDirectory(ALEMBIC_DIR).get_current_head()

    return Patch(api, {"get_alembic_version": get_alembic_version})


def ordinary_files():
    """Let nbgrader's converters copy no links, pipes and devices.

    They copy what a link leads to: the gradebook, whatever a student wishes, or /dev/zero for ever.
    """
    from nbgrader.converters import base

    return Patch(base, {"find_all_files": _find_ordinary_files})


@functools.cache
def files_of_students():
    """Let nbgrader copy, of what students handed in, what a notebook may need: see `grading.beside`.

    It copies everything to where Jupyter serves pages and loads settings. Returns patches, of the
    converters that read a student's folder.
    """
    from nbgrader.converters import Autograde, GenerateFeedback, base

    def limited(begin):
        def init_assignment(converter, assignment, student):
            with Patch(base, {"find_all_files": _find_handed_in}):
                begin(converter, assignment, student)

        return init_assignment

    return [
        Patch(kind, {"init_assignment": limited(kind.init_assignment)})
        for kind in (Autograde, GenerateFeedback)
    ]


def _existing_timestamp(directory, folder):
    from nbgrader.utils import parse_utc

    try:
        with open(os.path.join(folder, "timestamp.txt"), encoding="utf-8-sig") as file:
            text = file.read().strip()
    except FileNotFoundError:
        return None
    return parse_utc(text) if text else None


def readable_dates():
    """Let nbgrader read a `timestamp.txt` that an editor began with a byte-order mark.

    It takes the mark for a part of the date, and then fails at saying so.
    """
    from nbgrader.coursedir import CourseDirectory

    return Patch(CourseDirectory, {"get_existing_timestamp": _existing_timestamp})


class _Datasets:
    """Makes the datasets that `fit` reads a Sequence through, and lends them out again."""

    def __init__(self, make, options):
        self._make, self._options = make, options
        self._free, self._lent, self._count = collections.defaultdict(list), {}, itertools.count()

    def from_generator(self, generator, *others, output_signature=None, **options):
        """Return a dataset of what a generator yields."""
        import tensorflow as tf

        # a named tuple equals the plain one of the same specs, and its dataset takes named ones alone
        plain = type(output_signature) is tuple and all(
            type(spec) is tf.TensorSpec for spec in output_signature
        )
        if not plain or others or options:
            return self._make(generator, *others, output_signature=output_signature, **options)
        if self._free[output_signature]:
            dataset, source = self._free[output_signature].pop()
        else:
            source = []
            dataset = self._make(lambda: source[0](), output_signature=output_signature)
        source[:] = [generator]
        number = next(self._count)
        self._lent[number] = output_signature, dataset, source
        lent = dataset.with_options(self._options)  # an iterator over it keeps it
        weakref.finalize(lent, self._give_back, number).atexit = False
        return lent

    def _give_back(self, number):
        """Have a dataset back, if it is not back yet."""
        if (lent := self._lent.pop(number, None)) is not None:
            signature, dataset, source = lent
            source.clear()
            self._free[signature].append((dataset, source))

    def take_back(self):
        """Have all datasets back: the notebook that they were lent to is over."""
        for number in list(self._lent):
            self._give_back(number)


def lent_datasets():
    """Let Keras have the same `tf.data` datasets again and again; `take_back` has them back.

    For each `fit` Keras calls `tf.data.Dataset.from_generator`, and TensorFlow traces four functions
    for it, which takes half the time of the `fit`. They are the same for all generators of one
    signature, so that a later `fit` gets the dataset of an earlier one, with its own generator. And each
    iterator over one has threads that look for a faster way to read it: for a few batches, without those a
    `fit` takes a third less. What is asked for is the same.
    """
    import tensorflow as tf

    options = tf.data.Options()
    options.autotune.enabled = False
    options.experimental_optimization.apply_default_optimizations = False
    datasets = _Datasets(tf.data.Dataset.from_generator, options)
    patch = Patch(tf.data.Dataset, {"from_generator": staticmethod(datasets.from_generator)})
    patch.take_back = datasets.take_back
    return patch


def counted_seeds():
    """Count how often the global random numbers of Python and NumPy are seeded.

    Seeding them alike again leaves them as they were, and is to be noticed all the same.
    Returns: a list of two patches, and a function that says how often.
    """
    import random

    import numpy.random as numbers

    count = [0]

    def counting(real):
        @functools.wraps(real)
        def seed(*arguments, **options):
            count[0] += 1
            return real(*arguments, **options)

        return seed

    patches = [
        Patch(module, {name: counting(getattr(module, name)) for name in names})
        for module, names in ((random, ("seed", "setstate")), (numbers, ("seed", "set_state")))
    ]
    return patches, lambda: count[0]


def environment_changes():
    """Count how often variables of the environment are set or deleted: to compare all of them each time takes long.

    Returns: a patch, and a function that says how often.
    """
    kind, count = type(os.environ), [0]

    def counting(real):
        @functools.wraps(real)
        def change(self, *arguments):
            count[0] += 1
            return real(self, *arguments)

        return change

    changes = {name: counting(getattr(kind, name)) for name in ("__setitem__", "__delitem__")}
    return Patch(kind, changes), lambda: count[0]


def theirs_is_current(ask, tell):
    """Let `plt.gca()`, `plt.gcf()` and `plt.get_fignums()` of a test cell find what the student's code drew.

    A function that draws and returns nothing leaves its figure to pyplot, of the student's process; a
    test asks that of its own. What pyplot itself asks, and a test that has drawn, get the tests' own
    figure. A new figure that a cell begins with, or ends with, begins there too.

    ask: a function ("gca" or "gcf") -> a description of what is current there, or None. tell: a function
    ("figure", "clf" or "close"), called when a cell of tests has called that.
    """
    import matplotlib.pyplot as plt

    numbers = plt.get_fignums

    def is_drawn():
        figures = [plt.figure(number) for number in numbers()[-1:]]
        return any(axes.has_data() for figure in figures for axes in figure.axes)

    def from_a_cell():
        return sys._getframe(2).f_globals.get("__name__") == "__main__"

    def finding(name, real):
        @functools.wraps(real)
        def find(*arguments, **options):
            found = ask(name) if from_a_cell() and not is_drawn() else None
            return real(*arguments, **options) if found is None else found

        return find

    def telling(name, real):
        @functools.wraps(real)
        def do(*arguments, **options):
            if from_a_cell():
                tell(name)
            return real(*arguments, **options)

        return do

    news = {name: finding(name, getattr(plt, name)) for name in ("gca", "gcf", "get_fignums")}
    news |= {name: telling(name, getattr(plt, name)) for name in ("figure", "clf", "close")}
    return Patch(plt, news)
