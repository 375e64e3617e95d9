"""Settings of a whole process that a test makes, and that the student's code finds while the test asks it.

How NumPy treats errors and prints, how deep calls may go, the context of `decimal`, the arguments of the
program, variables of the environment, and modules that must not be imported (`sys.modules["statistics"] = None`):
in one process they hold for both.
"""

import contextlib
import decimal
import os
import sys

import numpy as np

from autograder.patches import environment_changes

__all__ = ["Settings", "made_for"]

PRINTED = (
    "edgeitems",
    "floatmode",
    "linewidth",
    "nanstr",
    "infstr",
    "precision",
    "sign",
    "suppress",
    "threshold",
)
LEAST_DEPTH = 100
"""Less does not do for what serves the call."""


class Settings:
    """What cells of tests have set: what set-up cells set, they set on both sides."""

    def __init__(self):
        patch, self._changes = environment_changes()
        patch.install()
        self._blocks = False
        self._before, self._environment, self._count = _now(), dict(os.environ), self._changes()
        self._begun = self._before, self._environment

    def begin(self, source):
        """Begin a locked cell."""
        self._blocks = self._blocks or "sys.modules" in source
        self._begun = _now(), dict(os.environ)

    def set_up(self):
        """Note that the cell that ran was one of the set-up: the student's process has what it has set."""
        before, environment = self._begun
        self._before |= {name: value for name, value in _now().items() if value != before[name]}
        now = dict(os.environ)
        for name in now.keys() | environment.keys():
            if now.get(name) != environment.get(name):
                _set(self._environment, name, now.get(name))

    def changed(self, folder=None):
        """What is otherwise now: a dict of plain data, as `made_for` takes it.

        folder: that in which the tests work, a `folder.Folder`: where in it they are is such a setting too.
        """
        found = {name: value for name, value in _now().items() if value != self._before[name]}
        if self._changes() != self._count:
            now = dict(os.environ)
            names = now.keys() | self._environment.keys()
            found["environment"] = {
                name: now.get(name) for name in names if now.get(name) != self._environment.get(name)
            }
        if self._blocks and (blocked := [name for name, module in sys.modules.items() if module is None]):
            found["blocked"] = blocked
        with contextlib.suppress(OSError):  # it may be gone
            if folder is not None and (inside := folder.inside(os.getcwd())):
                found["folder"] = inside
        if "depth" in found:
            found["depth"] -= _depth()  # how much deeper calls may go from here
        return found


def _now():
    context = decimal.getcontext()
    return {
        "numpy": np.geterr(),
        "printed": {name: value for name, value in np.get_printoptions().items() if name in PRINTED},
        "decimal": [
            context.prec,
            context.rounding,
            [one.__name__ for one, is_on in context.traps.items() if is_on],
        ],
        "depth": sys.getrecursionlimit(),
        "arguments": [one for one in sys.argv if type(one) is str],
    }


@contextlib.contextmanager
def made_for(settings, root=""):
    """Let settings hold for the body.

    settings: of `Settings.changed`, or an empty dict. root: of the folder in which the body works.
    """
    with contextlib.ExitStack() as stack:
        if "folder" in settings:
            folder = os.path.join(root, settings["folder"])
            os.makedirs(folder, exist_ok=True)
            stack.enter_context(contextlib.chdir(folder))
        if "numpy" in settings:
            stack.enter_context(np.errstate(**settings["numpy"]))
        if "decimal" in settings:
            context = stack.enter_context(decimal.localcontext())
            context.prec, context.rounding, traps = settings["decimal"]
            for signal in context.traps:
                context.traps[signal] = signal.__name__ in traps
        if "printed" in settings:
            stack.enter_context(np.printoptions(**settings["printed"]))
        if "arguments" in settings:
            stack.callback(sys.argv.__setitem__, slice(None), [*sys.argv])
            sys.argv[:] = settings["arguments"]
        for name, value in settings.get("environment", {}).items():
            stack.callback(_set, os.environ, name, os.environ.get(name))
            _set(os.environ, name, value)
        for name in settings.get("blocked", ()):
            stack.callback(_set, sys.modules, name, sys.modules.get(name))
            sys.modules[name] = None
        if "depth" in settings:
            stack.callback(sys.setrecursionlimit, sys.getrecursionlimit())
            sys.setrecursionlimit(max(_depth() + settings["depth"], LEAST_DEPTH))
        yield


def _depth():
    """How many calls are inside one another now."""
    frame, depth = sys._getframe(1), 0
    while frame is not None:
        frame, depth = frame.f_back, depth + 1
    return depth


def _set(mapping, name, value):
    if value is None:
        mapping.pop(name, None)
    else:
        mapping[name] = value
