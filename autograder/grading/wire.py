"""Messages between processes: a JSON head and raw bytes, with limits on both.

What comes from a student's process is read by `Channel.receive` and `values.Reader` alone, which
make plain values. (The other way, from us to the student's process, pickle is in order: it is the
receiver of a pickle who has to trust.)
"""

import itertools
import json
import socket
import struct
import time

__all__ = ["BODY_BYTES", "Channel", "Gone", "Silent", "pair", "printable"]

HEAD_BYTES, BODY_BYTES = 2_000_000, 64_000_000
LARGE = 1 << 16
"""Messages with more bytes beside the head are not copied on their way."""
SEND_SECONDS = 20
"""How long the other process may leave a message unread."""


class Gone(Exception):
    """The other process ended, kept silent too long, or sent what cannot be read."""


class Silent(Gone):
    """No answer came in time."""


def printable(value):
    """Return what JSON can hold with a "?" for each half of a surrogate pair in its texts.

    Python makes such halves of bytes that are no text, file names say; no file can be written
    with them.
    """
    return json.loads(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))


class Channel:
    """One end of a socket pair, over which messages go.

    A message that came only in part is kept, so that a reader that was interrupted does no harm.
    head_bytes: the most that it takes for a head.
    """

    def __init__(self, sock, head_bytes=HEAD_BYTES):
        self.sock, self._head_bytes = sock, head_bytes
        self._part, self._there = bytearray(), 0

    def fileno(self):
        """The descriptor, for `select`."""
        return self.sock.fileno()

    def close(self):
        """Hang up."""
        self.sock.close()

    def send(self, head, buffers=()):
        """Send a message: head is a dict for JSON, buffers are bytes-like. Raises: OSError."""
        views = [memoryview(buffer).cast("B") for buffer in buffers]
        sizes = [len(view) for view in views]
        head = json.dumps({**head, "sizes": sizes}).encode()
        start = struct.pack("!II", len(head), sum(sizes)) + head
        self.sock.settimeout(SEND_SECONDS)
        for piece in (start, *views) if sum(sizes) > LARGE else [b"".join((start, *views))]:
            self.sock.sendall(piece)

    def receive(self, seconds=None):
        """Receive a message as `(head, buffers)`; seconds: how long to wait. Raises: Gone.

        buffers: bytes, and of a large message views of one piece of memory.
        """
        until = None if seconds is None else time.monotonic() + seconds
        try:
            self._fill(8, until)
            head_bytes, body_bytes = struct.unpack("!II", self._part[:8])
            if head_bytes > self._head_bytes or body_bytes > BODY_BYTES:
                raise Gone("a message was too long")
            self._fill(8 + head_bytes + body_bytes, until)
            whole, self._part, self._there = self._part, bytearray(), 0
            message = memoryview(whole) if body_bytes > LARGE else bytes(whole)
            head = json.loads(bytes(message[8 : 8 + head_bytes]))
            sizes = head["sizes"]
            if not all(type(size) is int and size >= 0 for size in sizes):
                raise Gone("a message of the wrong form")
            if sum(sizes) != body_bytes:
                raise Gone("a message of the wrong form")
            ends = list(itertools.accumulate(sizes, initial=8 + head_bytes))
            return head, [message[start:end] for start, end in itertools.pairwise(ends)]
        except TimeoutError:
            raise Silent("no answer in time") from None
        except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
            raise Gone(f"{type(error).__name__} in a message") from None

    def _fill(self, count, until):
        """Read until `count` bytes of the message are there, and not one of the next."""
        if len(self._part) < count:
            begun, self._part = self._part[: self._there], bytearray(count)
            self._part[: self._there] = begun
        view = memoryview(self._part)
        while self._there < count:
            left = None if until is None else until - time.monotonic()
            if left is not None and left <= 0:
                raise TimeoutError
            self.sock.settimeout(left)
            read = self.sock.recv_into(view[self._there : count])
            if not read:
                raise Gone("the process ended")
            self._there += read


def pair():
    """Two connected sockets, without a name by which another process could reach them."""
    return socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
