"""Calling somebody else's code, but not for ever.

Each function here calls `function()` and returns `(value, error)`, of which one is None.
After `seconds` the error is `StillRunning`, with the line where the call was.
"""

import ast
import contextlib
import ctypes
import functools
import inspect
import linecache
import os
import queue
import signal
import sys
import sysconfig
import threading

__all__ = [
    "AT_LINE",
    "CALL_SECONDS",
    "FIT_SECONDS",
    "StillRunning",
    "by_signal",
    "in_thread",
    "is_own",
    "left_running",
    "own_frame",
]

CALL_SECONDS = 10
"""How long one call of a student's method may take."""
AT_LINE = ", at line "
"""Before the number of a line, where what is still running is in one that is neither a library's nor ours."""
FIT_SECONDS = 60
"""How long one `fit` on a few small batches may take."""

_OWN = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_LIBRARY = tuple(
    {os.path.abspath(sysconfig.get_paths()[name]) for name in ("stdlib", "platstdlib", "purelib", "platlib")}
)


_COMPILED = (".pyx", ".pxd", ".pxi")
"""Libraries in Cython name their sources without a folder."""


class StillRunning(Exception):
    """A call that was given a time limit did not return within it.

    looping: whether it is known to have been in a `while` of its author's own.
    """

    def __init__(self, message, looping=False):
        super().__init__(message)
        self.looping = looping


class _Interrupt(BaseException):
    """No `Exception`, so that the `except Exception` of a loop that never ends does not catch it."""


def own_frame(frames):
    """Find the innermost of `(code, line number)` pairs that is neither a library's nor ours.

    Returns the pair, or None.
    """
    return next((pair for pair in reversed(frames) if is_own(pair[0].co_filename)), None)


@functools.lru_cache(maxsize=4096)
def is_own(name):
    """Whether the code of a file is neither a library's nor ours."""
    name = os.path.abspath(name)
    return not (name.startswith((_OWN + os.sep, *_LIBRARY)) or "frozen" in name or name.endswith(_COMPILED))


def _frames(frame):
    """The `(code, line number)` pairs of a running call, the outermost first."""
    frames = []
    while frame is not None:
        frames.insert(0, (frame.f_code, frame.f_lineno))
        frame = frame.f_back
    return frames


def _where(frames):
    """Say at which line of its own a running call is."""
    own = own_frame(frames)
    if own is None:
        return ""
    line = linecache.getline(own[0].co_filename, own[1]).strip()
    return f"{AT_LINE}{own[1]} of its cell: {line}" if line else ""


def _looping(frames):
    """Whether one of the lines that a running call is at stands in a `while` of its author's own.

    A generator is left and entered again, so that a `while True` in it says nothing.
    """
    for code, number in frames:
        own = is_own(code.co_filename) and not code.co_flags & inspect.CO_GENERATOR
        text = "".join(linecache.getlines(code.co_filename)) if own else ""
        with contextlib.suppress(SyntaxError, ValueError, RecursionError, MemoryError):
            for node in ast.walk(ast.parse(text)):
                if isinstance(node, ast.While) and node.lineno <= number <= node.end_lineno:
                    return True
    return False


# In another thread ---------------------------------------------------------------------------


class _Worker:
    """A thread that calls functions for another one, which waits only so long."""

    def __init__(self):
        self._calls, self._outcomes = queue.SimpleQueue(), queue.SimpleQueue()
        self.thread = threading.Thread(target=self._work, daemon=True)
        self.thread.start()

    def _work(self):
        while True:
            function = self._calls.get()
            if function is None:
                return
            try:
                came = function(), None
            except BaseException as error:  # SystemExit too must not pass for silence
                came = None, error
            self._outcomes.put(came)
            del function, came  # what they hold must not live until the next call

    def call(self, function, seconds):
        """Return `(value, error)` of a call. Raises: queue.Empty, after `seconds`."""
        self._calls.put(function)
        return self._outcomes.get(timeout=seconds)

    def end(self):
        """Let the thread end, once its call has returned."""
        self._calls.put(None)


_idle = []
"""Workers without a call. Starting a thread for each of a thousand short calls costs more than they."""
_left = []
"""Threads whose call did not return in time."""


def left_running():
    """Whether a call that was given up is running still, in a thread of this process."""
    return any(thread.is_alive() for thread in _left)


def in_thread(function, seconds, doing):
    """Call a function in another thread: one that never ends can be left there, and nowhere else.

    Signals do not reach a thread that waits inside TensorFlow. doing: what is said of the call.
    """
    worker = _idle.pop() if _idle else _Worker()
    try:
        value, error = worker.call(function, seconds)
    except queue.Empty:
        frames = _frames(sys._current_frames().get(worker.thread.ident))
        worker.end()
        _left.append(worker.thread)
        _stop(worker.thread)
        return None, StillRunning(
            f"{doing} was still running after {seconds} s{_where(frames)}", _looping(frames)
        )
    except BaseException:  # such as Ctrl-C, while it waited
        worker.end()
        _stop(worker.thread)
        raise
    _idle.append(worker)
    return value, error


def _stop(thread):
    """Ask a thread to end by an exception, so that an endless loop stops taking time."""
    for _ in range(3):
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident), ctypes.py_object(SystemExit))
        thread.join(0.5)
        if not thread.is_alive():
            return


# In this thread ------------------------------------------------------------------------------

_interrupted = []
"""What is said of each call under `by_signal` that does not end, the innermost last."""


def by_signal(function, seconds, doing):
    """Call a function in this thread, the main one, and interrupt it. Inside another, it counts."""
    before = None if _interrupted else signal.signal(signal.SIGALRM, _interrupt)
    _interrupted.append(f"{doing} was still running after {seconds} s")
    signal.setitimer(signal.ITIMER_REAL, seconds, 0.5)  # again, if the code catches it and goes on
    try:
        return function(), None
    except _Interrupt as interrupted:
        return None, StillRunning(*interrupted.args)
    except BaseException as error:
        return None, error
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        _interrupted.pop()
        if not _interrupted:
            signal.signal(signal.SIGALRM, before)


def _interrupt(number, frame):
    frames = _frames(frame)
    raise _Interrupt(_interrupted[-1] + _where(frames), _looping(frames))
