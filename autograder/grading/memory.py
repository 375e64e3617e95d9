"""Arrays in memory that the process of the tests and the student's process both see.

What the student's code does to an array that it was given is so read off the array itself, and asked
of nobody. The memory has one size for good, which no process can change; each array has its own
piece of it, which is not used again in the same notebook.
"""

import fcntl
import mmap
import os
import weakref

import numpy as np

__all__ = ["BYTES", "OurMemory", "TheirMemory", "reserve"]

BYTES = 256 << 20
"""So much is reserved; it takes no memory until it is written to."""
KINDS = "biufcmM"
"""Kinds of dtypes whose items may be any bytes; letters are sent by value."""


def reserve():
    """Make the memory: a descriptor for both processes."""
    descriptor = os.memfd_create("arguments", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    os.ftruncate(descriptor, BYTES)
    fcntl.fcntl(descriptor, fcntl.F_ADD_SEALS, fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SEAL)
    return descriptor


def _map(descriptor):
    """Map it; one of another size would end a process that reads beyond it. Raises: OSError."""
    if os.fstat(descriptor).st_size != BYTES:
        raise OSError("the memory is not of the size that it was made with")
    return mmap.mmap(descriptor, BYTES)


def _view(memory, place):
    start, dtype, shape, order = place
    return np.ndarray(shape, np.dtype(dtype), memory, start, order=order)


class _Piece:
    """An array's piece of the memory, and its bytes when both were last the same."""

    def __init__(self, array, place):
        self.array, self.place, self.seen, self.kept = weakref.ref(array), place, None, False


class OurMemory:
    """The tests' end: puts arrays into the memory, and reads what they are now.

    descriptor: of the memory, or None, where all arrays are sent by value.
    """

    def __init__(self, descriptor=None):
        self._memory = None if descriptor is None else _map(descriptor)
        self._next, self._pieces, self._starts = 0, {}, {}

    def place(self, array, keep=False):
        """Return where an array lies, as `TheirMemory.array` takes it; None where it cannot lie there.

        keep: whether `push` and `pull` shall see to it that it stays the same on both sides.
        """
        if self._memory is None or array.dtype.kind not in KINDS:
            return None
        piece = self._piece_of(array)
        if piece is None:
            end = self._next + max(1, array.nbytes)  # an empty array too has a place of its own
            if end > BYTES:
                return None
            order = "F" if array.flags.f_contiguous and not array.flags.c_contiguous else "C"
            piece = _Piece(array, (self._next, array.dtype.str, array.shape, order))
            self._next = -(-end // 64) * 64
            self._pieces[id(array)] = self._starts[piece.place[0]] = piece
        piece.kept |= keep
        self._write(piece, array)
        return (*piece.place, bool(array.flags.writeable))

    def _piece_of(self, array):
        piece = self._pieces.get(id(array))
        if piece is None or piece.array() is not array:
            return None
        return piece if piece.place[1:3] == (array.dtype.str, array.shape) else None

    def _write(self, piece, array):
        bytes_ = array.tobytes()
        if piece.seen != bytes_:
            _view(self._memory, piece.place)[...] = array
            piece.seen = bytes_

    def array(self, start):
        """The array of the tests that lies at a place; where they have let it go, a new one like it.

        Raises: KeyError, where none ever did.
        """
        piece = self._starts[start]
        array = piece.array()
        if array is None:
            array = _view(self._memory, piece.place).copy(order="K")
            piece.array, piece.seen, piece.kept = weakref.ref(array), array.tobytes(), True
            self._pieces[id(array)] = piece
        return array

    def is_kept(self, start):
        """Whether the array at a place is kept the same on both sides. Raises: KeyError, where none ever lay."""
        return self._starts[start].kept

    def now(self, array):
        """A copy of what an array is now in the memory; the array itself where it does not lie there."""
        piece = self._piece_of(array) if type(array) is np.ndarray else None
        return array if piece is None else _view(self._memory, piece.place).copy()

    def push(self):
        """Write the arrays that are kept the same, where the tests changed them."""
        for array, piece in self._kept():
            self._write(piece, array)

    def pull(self):
        """Change the arrays that are kept the same, where the student's code did."""
        for array, piece in self._kept():
            view = _view(self._memory, piece.place)
            bytes_ = view.tobytes()
            if bytes_ != piece.seen and array.flags.writeable:
                array[...] = np.frombuffer(bytes_, array.dtype).reshape(array.shape)
                piece.seen = array.tobytes()

    def _kept(self):
        for key, piece in list(self._pieces.items()):
            array = piece.array()
            if array is None:
                del self._pieces[key]
            elif piece.kept and piece.place[1:3] == (array.dtype.str, array.shape):
                yield array, piece


class TheirMemory:
    """The student's end: finds arrays in the memory."""

    def __init__(self, descriptor=None):
        self._memory = None if descriptor is None else _map(descriptor)
        self._arrays = weakref.WeakValueDictionary()

    def array(self, start, dtype, shape, order, writeable):
        """The array that lies at a place, always the same one."""
        array = self._arrays.get(start)
        if array is None:
            array = _view(self._memory, (start, dtype, shape, order))
            array.flags.writeable = writeable
            self._arrays[start] = array
        return array
