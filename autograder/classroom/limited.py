"""A process with limits of time and memory, in which is worked on what students wrote.

Highlighting, cleaning and Markdown are other people's code, with rules that take the square of the
time for twice the text, and more. Whatever they meet, the grader goes on: one piece of a page may
take so much of the processor's time, one page so much, and the process is ended beyond that.
"""

import contextlib
import os
import pickle
import signal
import threading
import time
import warnings

from autograder.grading import pipes, wire
from autograder.grading.nursery import supported

__all__ = ["Budget", "Limited", "TooMuch"]

PIECE_SECONDS, PAGE_SECONDS = 1.0, 8.0
"""Of the processor's time. The largest page of a lesson takes 0.1 s, all pieces together."""
CALL_SECONDS, WALL_SECONDS = 30, 300
STALL_SECONDS, MOST_STARTS = 15, 3
"""A process that uses no time of the processor's for so long stands still: a fork has the locks that other threads
held at its start, and nobody who lets go of them. It is started anew, so often."""
MEMORY_BYTES = 1 << 30


class TooMuch(BaseException):
    """A piece took its time; no library's `except Exception` keeps it."""


class Stalled(Exception):
    """The process stands still."""


class Budget:
    """The time of one page, and of each piece of it."""

    def __init__(self):
        self.left = PAGE_SECONDS

    def spend(self, function, *arguments, instead):
        """Return `function(*arguments)`, or `instead()` where that takes too much, or fails."""
        if self.left <= 0:
            return instead()
        if not hasattr(signal, "ITIMER_PROF") or threading.current_thread() is not threading.main_thread():
            return function(*arguments)  # Windows: there are no limits to be had
        seconds = min(PIECE_SECONDS, self.left)
        before = signal.signal(signal.SIGPROF, self._stop)
        signal.setitimer(signal.ITIMER_PROF, seconds)
        try:
            return function(*arguments)
        except (TooMuch, Exception):
            return instead()
        finally:
            self.left -= seconds - signal.setitimer(signal.ITIMER_PROF, 0)[0]
            signal.signal(signal.SIGPROF, before)

    @staticmethod
    def _stop(number, frame):
        raise TooMuch


class Limited:
    """Calls functions in the process, which is a fork of this one; without forks, here.

    What is sent is pickled, since the receiver is who has to trust; what comes back is a text.
    """

    def __init__(self):
        self._channel, self._pid, self._lock = None, 0, threading.Lock()

    def start(self):
        """Start the process now, if it is not there: best while there is one thread only."""
        if not supported() or self._is_there():
            return
        ours, theirs = pipes.pair()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # it runs none of the other threads' code
            self._pid = os.fork()
        if self._pid == 0:
            try:
                ours.close()
                _serve(theirs)
            finally:
                os._exit(0)
        theirs.close()
        self._channel = wire.Channel(ours)

    def _is_there(self):
        """Whether it is."""
        if self._channel is None:
            return False
        with contextlib.suppress(ChildProcessError):
            if os.waitpid(self._pid, os.WNOHANG)[0] == 0:
                return True
        self._channel.close()
        self._channel = None
        return False

    def call(self, function, *arguments):
        """Return the text that a function of a module gives, or None where it took too much."""
        if not supported():
            return function(*arguments)
        request = pickle.dumps((function, arguments))
        with self._lock:
            for _ in range(MOST_STARTS):
                self.start()
                try:
                    self._channel.send({}, [request])
                    head, (text,) = self._answer()
                    return str(text, "utf-8") if head["done"] else None
                except Stalled:
                    self.close()
                except (wire.Gone, OSError):
                    self.close()
                    return None
        return None

    def _answer(self):
        """Wait for an answer. Raises: wire.Gone; Stalled, where it is worked on no more."""
        until, used = time.monotonic() + WALL_SECONDS, -1.0
        while True:
            try:
                return self._channel.receive(STALL_SECONDS)
            except wire.Silent:
                before, used = used, _processor_seconds(self._pid)
                if time.monotonic() > until:
                    raise
                if used == before:
                    raise Stalled from None

    def close(self):
        """End the process."""
        if self._channel is None:
            return
        self._channel.close()
        self._channel = None
        with contextlib.suppress(OSError):
            os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)


def _processor_seconds(pid):
    """How much of the processor's time a process has used: where nobody can tell, another number each time."""
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as file:
            facts = file.read().rpartition(") ")[2].split()
        return sum(map(int, facts[11:13])) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError):
        return time.monotonic()  # as if it were at work


def _serve(ends):
    """Answer until the other end hangs up."""
    pipes.close_all_but(*ends.descriptors())
    import resource

    from autograder.grading.watch import may_be_ended_first

    may_be_ended_first()
    with open("/proc/self/statm") as file:
        now = int(file.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (now + MEMORY_BYTES, now + MEMORY_BYTES))
    channel = wire.Channel(ends)
    while True:
        try:
            _, (request,) = channel.receive()
        except wire.Gone:
            return
        used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
        resource.setrlimit(resource.RLIMIT_CPU, (int(used) + CALL_SECONDS, resource.RLIM_INFINITY))
        try:
            function, arguments = pickle.loads(request)  # from the process that this is a fork of
            done, text = True, function(*arguments).encode("utf-8", "replace")
        except Exception:
            done, text = False, b""
        channel.send({"done": done}, [text])
