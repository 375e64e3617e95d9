"""Two-way connections of two pipes, for who must not be able to send a descriptor along.

Over a socket a process can pass an open file, and whoever reads, or hangs up, closes it: for a
connection that lingers, as long as its sender chose. Nothing but bytes goes through a pipe.
"""

import contextlib
import fcntl
import os
import select
import time

__all__ = ["Pipes", "close_all_but", "pair"]

CAPACITY = 1 << 20
"""So much may lie in a pipe, where the system lets us: an array goes over in fewer pieces."""


class Pipes:
    """One end, with as much of a socket's ways as `wire.Channel` needs.

    reader, writer: the descriptors of its two pipes; both are closed with it.
    """

    def __init__(self, reader, writer):
        self.reader, self.writer, self._seconds = reader, writer, None
        for descriptor in (reader, writer):
            os.set_blocking(descriptor, False)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    def fileno(self):
        """The descriptor that becomes readable, for `select`."""
        return self.reader

    def descriptors(self):
        """Both, to be sent to the process whose end it is."""
        return [self.reader, self.writer]

    def settimeout(self, seconds):
        """How long `recv_into` and `sendall` wait, each; None: without end."""
        self._seconds = seconds

    def recv_into(self, view):
        """Read into writable memory: how many bytes, 0 where the other end was closed. Raises: TimeoutError."""
        until = self._until()
        while True:
            try:
                return os.readv(self.reader, [view])
            except BlockingIOError:
                self._wait(self.reader, select.POLLIN, until)

    def sendall(self, data):
        """Send all bytes. Raises: OSError; TimeoutError, a kind of it."""
        until, rest = self._until(), memoryview(data)
        while rest:
            try:
                rest = rest[os.write(self.writer, rest) :]
            except BlockingIOError:
                self._wait(self.writer, select.POLLOUT, until)

    def close(self):
        """Hang up."""
        for descriptor in {self.reader, self.writer} - {-1}:
            os.close(descriptor)
        self.reader = self.writer = -1

    def _until(self):
        return None if self._seconds is None else time.monotonic() + self._seconds

    @staticmethod
    def _wait(descriptor, what, until):
        waiting = select.poll()
        waiting.register(descriptor, what)
        left = None if until is None else max(0.0, until - time.monotonic()) * 1000
        if not waiting.poll(left):
            raise TimeoutError


def pair():
    """Two connected ends."""
    (there, here), (back, forth) = os.pipe(), os.pipe()
    for writer in (here, forth):
        with contextlib.suppress(OSError):  # an ordinary user may not have many large ones
            fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, CAPACITY)
    return Pipes(back, here), Pipes(there, forth)


def close_all_but(*descriptors):
    """Close what a fork inherited."""
    kept = sorted({0, 1, 2, *descriptors})
    for one, other in zip(kept, [*kept[1:], 65_536]):
        if other > one + 1:  # an empty range would close all
            os.closerange(one + 1, other)
