"""Messages between processes: a JSON head and raw arrays, with limits on both.

What comes from a student's process is read by `Channel.receive` and `decode` alone. They make
None, bool, int, float, str, tuple, list, dict and NumPy arrays of plain numbers and texts,
and nothing else. (The other way, from us to the student's process, pickle is in order:
it is the receiver of a pickle who has to trust.)
"""

import itertools
import json
import socket
import struct
import time

import numpy as np

__all__ = ["Channel", "Gone", "Unreadable", "decode", "encode", "pair", "printable"]

HEAD_BYTES = 2_000_000
BODY_BYTES = 64_000_000
DEPTH, ITEMS, LETTERS = 12, 1_000, 20_000
SEND_SECONDS = 20
"""How long the other process may leave a message unread."""


class Gone(Exception):
    """The other process ended, kept silent too long, or sent what cannot be read."""


def printable(value):
    """Return what JSON can hold with a "?" for each half of a surrogate pair in its texts.

    Python makes such halves of bytes that are no text, file names say; no file can be written
    with them.
    """
    return json.loads(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))


class Unreadable:
    """Stands for a served thing that is no plain value: only the name of its type is known."""

    def __init__(self, type_name):
        self.type_name = str(type_name)[:100]

    def __repr__(self):
        return f"<{self.type_name}>"


class Channel:
    """One end of a socket pair, over which messages go.

    A message that came only in part is kept, so that a reader that was interrupted does no harm.
    """

    def __init__(self, sock):
        self.sock, self._part = sock, bytearray()

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
        self.sock.settimeout(SEND_SECONDS)
        self.sock.sendall(b"".join((struct.pack("!II", len(head), sum(sizes)), head, *views)))

    def receive(self, seconds=None):
        """Receive a message as `(head, buffers)`; seconds: how long to wait. Raises: Gone."""
        until = None if seconds is None else time.monotonic() + seconds
        try:
            self._fill(8, until)
            head_bytes, body_bytes = struct.unpack("!II", self._part[:8])
            if head_bytes > HEAD_BYTES or body_bytes > BODY_BYTES:
                raise Gone("a message was too long")
            self._fill(8 + head_bytes + body_bytes, until)
            message, self._part = bytes(self._part), bytearray()
            head = json.loads(message[8 : 8 + head_bytes])
            sizes = head["sizes"]
            if not all(type(size) is int and size >= 0 for size in sizes):
                raise Gone("a message of the wrong form")
            if sum(sizes) != body_bytes:
                raise Gone("a message of the wrong form")
            ends = list(itertools.accumulate(sizes, initial=8 + head_bytes))
            return head, [message[start:end] for start, end in itertools.pairwise(ends)]
        except TimeoutError:
            raise Gone("no answer in time") from None
        except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
            raise Gone(f"{type(error).__name__} in a message") from None

    def _fill(self, count, until):
        """Read until `count` bytes of the message are there, and not one of the next."""
        while len(self._part) < count:
            if until is not None:
                left = until - time.monotonic()
                if left <= 0:
                    raise TimeoutError
                self.sock.settimeout(left)
            else:
                self.sock.settimeout(None)
            piece = self.sock.recv(min(count - len(self._part), 1 << 20))
            if not piece:
                raise Gone("the process ended")
            self._part += piece


def encode(value, buffers, depth=0):
    """Turn a served value into what JSON can hold; arrays go into `buffers`."""
    if value is None or isinstance(value, bool):
        return {"v": bool(value) if value is not None else None}
    if isinstance(value, Unreadable):
        return {"o": value.type_name}
    if type(value) in (int, float):
        return {"v": value} if abs(value) < 2**63 else {"o": "int"}
    if type(value) is str:
        return {"v": value[:LETTERS]}
    if isinstance(value, (tuple, list)) and depth < DEPTH and len(value) <= ITEMS:
        kind = "t" if isinstance(value, tuple) else "l"
        return {kind: [encode(item, buffers, depth + 1) for item in value]}
    if type(value) is dict and depth < DEPTH and len(value) <= ITEMS:
        return {"d": [[str(k)[:200], encode(v, buffers, depth + 1)] for k, v in value.items()]}
    if hasattr(value, "__array__") and hasattr(value, "shape") and hasattr(value, "dtype"):
        array = np.asarray(value)
        if array.dtype.kind in "biufcSU" and array.nbytes <= BODY_BYTES:
            buffers.append(np.ascontiguousarray(array).tobytes())
            return {"a": [array.dtype.str, list(array.shape), len(buffers) - 1],
                    "s": isinstance(value, np.generic)}
        return {"e": [str(array.dtype)[:50], list(array.shape)]}
    return {"o": type(value).__name__}


def decode(head, buffers, depth=0):
    """Turn a received value into a plain one. Raises: Gone, for whatever does not fit."""
    try:
        if depth > DEPTH + 1 or type(head) is not dict:
            raise Gone("a message of the wrong form")
        if "v" in head:
            if type(head["v"]) in (type(None), bool, int, float, str):
                return head["v"]
        elif "t" in head:
            return tuple(decode(item, buffers, depth + 1) for item in head["t"])
        elif "l" in head:
            return [decode(item, buffers, depth + 1) for item in head["l"]]
        elif "d" in head:
            return {str(k): decode(v, buffers, depth + 1) for k, v in head["d"]}
        elif "a" in head:
            return _array(*head["a"], buffers, bool(head.get("s")))
        elif "e" in head:
            dtype, shape = head["e"]
            if _count(shape) > 10_000_000:
                raise Gone("an array was too large")
            return np.broadcast_to(np.array(None, dtype=object), shape)  # takes no memory
        elif "o" in head:
            return Unreadable(head["o"])
        raise Gone("a message of the wrong form")
    except (ValueError, TypeError, KeyError, IndexError, OverflowError, RecursionError) as error:
        raise Gone(f"{type(error).__name__} in a message") from None


def _count(shape):
    count = 1
    for length in shape:
        if type(length) is not int or length < 0:
            raise Gone("an array of an impossible shape")
        count *= length
    if len(shape) > 16:
        raise Gone("an array of too many axes")
    return count


def _array(dtype, shape, place, buffers, scalar):
    dtype = np.dtype(str(dtype))
    if dtype.kind not in "biufcSU" or dtype.fields is not None or dtype.subdtype is not None:
        raise Gone("an array of a kind that is not taken")
    data, buffers[place] = buffers[place], None  # each is named once
    if _count(shape) * dtype.itemsize != len(data):
        raise Gone("an array whose size does not fit")
    array = np.frombuffer(data, dtype).reshape(shape).copy()
    return array[()] if scalar and array.ndim == 0 else array


def pair():
    """Two connected sockets, without a name by which another process could reach them."""
    return socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
