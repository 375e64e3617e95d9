"""Puts recording stand-ins into an object for a while, and takes them out again."""

import contextlib
import os
import sys

import numpy as np

from autograder.diagnosis.content import as_array, prints
from autograder.diagnosis.frames import is_table, traced_table
from autograder.diagnosis.holding import interesting, loaded, outside, package, size, walk
from autograder.diagnosis.record import WHOLE, Held
from autograder.diagnosis.stand_ins import TracedDict, TracedList, TracedTuple, positions, traced_view
from autograder.patches import Patch

__all__ = ["Tracer", "keys_of", "prints_of"]

MOST_KEYS = 2_000_000
"""Items of a longer container are not compared with positions in others."""
MOST_COLUMNS = 8
"""A wider array of ints is data, and no table of positions."""
MOST_PRINT_BYTES, MOST_PRINTS = 50_000_000, 100_000
"""Items of larger arrays, and of longer ones than this, are not told apart by their content."""
MOST_NESTED = 10_000
"""Of so many items those inside of them are looked at too."""


class Tracer:
    """Stand-ins for all that `thing` holds and that its class reads from outside.

    held: `{name: Held}` of what is traced since `put`. files: see `record.Epoch`.
    """

    def __init__(self, thing, tape):
        self.thing, self.tape = thing, tape
        self.held, self.files = {}, {}
        self._undo, self._placed, self._made = [], [], {}

    def put(self):
        """Put stand-ins in place."""
        self.held, self.files = {}, {}
        self._undo, self._placed, self._made = [], [], {}
        # innermost first: a list takes over the stand-ins of its items
        with self.tape.silent():
            for name, value, write in reversed([*outside(self.thing), *walk(self.thing)]):
                if write is not None:
                    self._place(name, value, write)
        self.held = dict(reversed(self.held.items()))  # in the order in which the object has them
        self._undo += [_listen_to_hdf5(self), _listen_to_npz(self)]
        _hear_files(self.tape)

    def take_out(self):
        """Put the plain things back. What the object itself replaced meanwhile stays as it is."""
        _hear_files(None)
        with self.tape.silent():
            now = {name: value for name, value, _ in [*outside(self.thing), *walk(self.thing)]}
            plain_of = {id(new): plain for _, plain, new, _ in self._placed}
            for name, plain, new, write in reversed(self._placed):
                if now.get(name, new) is new:
                    _follow(plain, new, plain_of)
                    with contextlib.suppress(LookupError):  # it was taken out of a list meanwhile
                        write(plain)
        for undo in reversed(self._undo):
            undo()
        self._undo, self._placed, self._made = [], [], {}

    def _place(self, name, value, write):
        new = self._made.get(id(value))
        if new is None:
            new = self._stand_in(name, value)
            if new is None:
                if _is_tensor(value):
                    self.hold(name, value, "tensor")
                elif _is_sparse(value) or is_column(value):
                    self._undo.append(_listen_to(self, name, value))
                else:
                    self._swap(name, value)
                return
            self._made[id(value)] = new
        try:
            write(new)
        except Exception:  # the user's class may forbid it
            return
        self._placed.append((name, value, new, write))

    def _stand_in(self, name, value):
        kind = type(value)
        if kind is list and len(value) >= 2:
            new = TracedList(value)
        elif kind is tuple and any(interesting(item) for item in value):
            made = [
                self._stand_in(f"{name}[{place}]", item) if interesting(item) else None
                for place, item in enumerate(value)
            ]
            return tuple(item if new is None else new for item, new in zip(value, made))
        elif kind is tuple and len(value) > 8:
            new = TracedTuple(value)
        elif kind is dict and len(value) >= 2:
            new = TracedDict(value)
            new._places = {key: place for place, key in enumerate(value)}
        elif kind in (np.ndarray, np.memmap) and value.ndim and len(value) >= 2:
            new = traced_view(value, self.tape, name)
        elif is_table(value) and len(value) >= 2:
            new = traced_table(value, self.tape, name)
        else:
            return None
        if kind in (list, tuple, dict):
            new._tape, new._name = self.tape, name
        self.hold(name, value)
        return new

    def hold(self, name, value, kind=None):
        """Note a container, with its items as far as they can be compared."""
        self.held[name] = Held(
            name,
            kind or kind_of(value),
            size(value),
            keys_of(value),
            columns_of(value),
            prints_of(value),
            _shape_of(value),
            _labels_of(value),
            tuple(map(str, value.columns)) if is_table(value) and value.ndim == 2 else (),
            _lists_in(value),
        )

    def part_of_file(self, path, part, n):
        """The name of a container in a file, which is held from now on. part: its own there. n: its length."""
        short = f"{part!r} of {os.path.basename(path)}"
        name = short if self.files.get(short, (path,))[0] == path else f"{part!r} of {path}"
        if name not in self.held:
            self.held[name] = Held(name, "file", n)
            self.files[name] = path, part
        return name

    def _swap(self, name, value):
        """Let an object of a Python class with `__getitem__` note what is asked of it."""
        kind = type(value)
        skip = ("keras", "tensorflow", "builtins", "pandas", "torch", "numpy", "scipy", "h5py")
        if not hasattr(kind, "__getitem__") or not hasattr(value, "__dict__") or package(kind) in skip:
            return
        if size(value) < 2 or isinstance(value, (list, dict, tuple, np.ndarray, type)):
            return
        tape = self.tape

        def __getitem__(self, key):
            n = size(self)
            tape.add(name, positions(key, n) if n else WHOLE)
            return kind.__getitem__(self, key)

        try:
            value.__class__ = type(
                kind.__name__,
                (kind,),
                {
                    "__getitem__": __getitem__,
                    "__module__": kind.__module__,
                    "__qualname__": kind.__qualname__,
                    "__doc__": kind.__doc__,
                },
            )
        except Exception:
            return

        def undo():
            value.__class__ = kind

        self._undo.append(undo)
        self.held[name] = Held(name, "object", size(value))


def _follow(old, new, plain_of):
    """Do to the user's list or dict what was done to its stand-in.

    plain_of: what the stand-ins stand for, by their `id`: they may have moved to other places in it.
    """
    if isinstance(old, list):
        items = [plain_of.get(id(item), item) for item in list.__getitem__(new, slice(None))]
        if len(items) != len(old) or any(a is not b for a, b in zip(items, old)):
            old[:] = items
    elif isinstance(old, dict):
        items = {key: plain_of.get(id(item), item) for key, item in dict.items(new)}
        if len(items) != len(old) or any(items.get(key, old) is not item for key, item in old.items()):
            old.clear()
            old.update(items)


def kind_of(value):
    """The word for a container in a `Held`."""
    if is_column(value):
        return "array"
    for kind, word in ((list, "list"), (tuple, "tuple"), (dict, "dict"), (np.ndarray, "array")):
        if isinstance(value, kind):
            return word
    return "table" if is_table(value) else "object"


def _lists_in(value):
    """The items of a list, or of a column of a table, that are all lists of whole numbers; else ()."""
    columns = (
        [value[c].tolist() for c in value.columns if value[c].dtype == object]
        if is_table(value) and value.ndim == 2
        else []
    )
    for items in ([*list.__iter__(value)], *columns) if isinstance(value, list) else columns:
        if 1 < len(items) <= MOST_NESTED and all(
            isinstance(one, list) and one and type(one[0]) is int for one in items
        ):
            return tuple(tuple(one) for one in items)
    return ()


def _are_plain(values):
    """Whether all of some values can be looked up, as arrays and lists cannot."""
    try:
        return bool({*values})
    except TypeError:
        return False


def _are_texts(array):
    """Whether an array of objects holds texts alone."""
    return array.dtype == object and array.ndim == 1 and all(isinstance(item, str) for item in array)


def _shape_of(value):
    """The shape of an item of an array, or of the first of a list of arrays; else ()."""
    if isinstance(value, np.ndarray):
        return tuple(value.shape[1:])
    first = list.__getitem__(value, 0) if isinstance(value, list) and value else None
    return tuple(first.shape) if isinstance(first, np.ndarray) else ()


def _labels_of(value):
    """What the rows of a table are called, where each has a name of its own and these are no positions."""
    if not is_table(value) or len(value) > MOST_KEYS or not value.index.is_unique:
        return None
    return (
        None if value.index.equals(loaded("pandas").RangeIndex(len(value))) else tuple(value.index.tolist())
    )


def keys_of(value):
    """The items of a container as plain hashable values; None where they are none."""
    if size(value) > MOST_KEYS:
        return None
    if isinstance(value, dict):
        return tuple(dict.keys(value))
    value = np.asarray(value) if is_column(value) else value
    if isinstance(value, np.ndarray):
        plain = value.ndim == 1 and (value.dtype.kind in "iuUS" or _are_texts(value))
        return tuple(value.tolist()) if plain else None
    if is_table(value) and value.ndim == 1:
        return tuple(value.tolist())
    if not isinstance(value, (list, tuple)):
        return None
    items = [item.item() if isinstance(item, np.generic) else item for item in value]
    if any(isinstance(item, (float, bool)) or item is None for item in items):
        return None
    try:
        set(items)
    except TypeError:
        return None
    return tuple(items)


def columns_of(value):
    """`{name: values}` of the columns of a table, or of a narrow array of ints, that may name items."""
    if is_table(value) and value.ndim == 2:
        kept = [c for c in value.columns if value[c].dtype.kind in "iuO" or "str" in str(value[c].dtype)]
        columns = {str(column): tuple(value[column].tolist()) for column in kept}
        return {column: values for column, values in columns.items() if _are_plain(values)}
    if isinstance(value, np.ndarray) and value.ndim == 2 and value.dtype.kind in "iu":
        if value.shape[1] <= MOST_COLUMNS and len(value) <= MOST_KEYS:
            return {str(place): tuple(column) for place, column in enumerate(value.T.tolist())}
    return {}


def prints_of(value):
    """One number for each item, or None: to tell how a container was reordered."""
    if size(value) > MOST_KEYS:
        return None
    if _is_tensor(value):
        value = as_array(value)
    value = np.asarray(value) if is_column(value) else value
    if isinstance(value, np.ndarray) and _are_texts(value):
        return tuple(map(hash, value.tolist()))
    if isinstance(value, np.ndarray):
        if value.nbytes > MOST_PRINT_BYTES or (value.ndim > 1 and len(value) > MOST_PRINTS):
            return None
        return prints(value)
    if is_table(value):
        if len(value) > MOST_PRINTS:
            return None
        try:
            return tuple(loaded("pandas").util.hash_pandas_object(value, index=False).tolist())
        except Exception:
            return None
    if not isinstance(value, (list, tuple)):
        return None
    if value and all(isinstance(item, np.ndarray) for item in value):
        if sum(item.nbytes for item in value) > MOST_PRINT_BYTES:
            return None
        return tuple(hash((item.shape, item.tobytes())) for item in value)
    try:
        return tuple(_print(item) for item in value) if len(value) <= MOST_NESTED else tuple(map(hash, value))
    except Exception:
        return None


def _print(item):
    """A number for what can be hashed, and for dicts and sequences of arrays. Raises where there is none."""
    if isinstance(item, np.ndarray) and item.nbytes <= MOST_PRINT_BYTES // MOST_PRINTS:
        return hash((item.shape, item.tobytes()))
    if isinstance(item, dict):
        return hash(tuple((key, _print(own)) for key, own in item.items()))
    if isinstance(item, (list, tuple)):
        return hash(tuple(map(_print, item)))
    return hash(item)


def _listen_to_hdf5(tracer):
    """Let every h5py dataset note what is read of it, whoever opened it. Returns the undoing."""
    h5py = loaded("h5py")
    if h5py is None:
        return lambda: None
    real = h5py.Dataset.__getitem__

    def __getitem__(self, key, *arguments, **options):
        if self.ndim and len(self) >= 2:
            name = tracer.part_of_file(self.file.filename, self.name.lstrip("/"), len(self))
            tracer.tape.add(name, positions(key, len(self)))
            tracer.tape.add_cuts(name, key, self.shape)
        return real(self, key, *arguments, **options)

    return Patch(h5py.Dataset, {"__getitem__": __getitem__}).install().undo


def _listen_to_npz(tracer):
    """Let every array that comes out of an .npz file note what is read of it. Returns the undoing."""
    archive = np.lib.npyio.NpzFile
    real = archive.__getitem__

    def __getitem__(self, key):
        array = real(self, key)
        if type(array) is not np.ndarray or not array.ndim or len(array) < 2 or not self.zip.filename:
            return array
        name = tracer.part_of_file(os.path.abspath(self.zip.filename), key, len(array))
        return traced_view(array, tracer.tape, name)

    return Patch(archive, {"__getitem__": __getitem__}).install().undo


def _is_tensor(value):
    tensorflow = loaded("tensorflow")
    return tensorflow is not None and isinstance(value, tensorflow.Tensor) and size(value) >= 2


def _is_sparse(value):
    sparse = loaded("scipy.sparse")
    return sparse is not None and sparse.issparse(value) and hasattr(type(value), "__getitem__")


def is_column(value):
    """Whether it is an array of pandas' own, such as `table["path"].values` gives for texts, or an Index."""
    pandas = loaded("pandas")
    if pandas is None or size(value) < 2 or isinstance(value, (pandas.RangeIndex, pandas.MultiIndex)):
        return False
    return isinstance(value, (pandas.api.extensions.ExtensionArray, pandas.Index))


def _listen_to(tracer, name, array):
    """Let one SciPy matrix, or array of pandas, note which rows are read of it. Returns the undoing.

    Its class gets the note, and not it alone a class of its own: what is cut from it is of its class.
    """
    kind = type(array)
    real, walked = kind.__getitem__, getattr(kind, "__iter__", None)

    def __getitem__(self, key):
        if self is array:
            tracer.tape.add(name, positions(key, size(self)))
            with tracer.tape.silent():
                return real(self, key)
        return real(self, key)

    def __iter__(self):
        if self is not array:
            yield from walked(self)
            return
        for place in range(size(self)):
            tracer.tape.add(name, [place])
            with tracer.tape.silent():
                item = real(self, place)
            yield item

    if is_column(array):
        tracer.hold(name, array)
        return Patch(kind, {"__getitem__": __getitem__, "__iter__": __iter__}).install().undo
    tracer.held[name] = Held(name, "object", size(array))
    return Patch(kind, {"__getitem__": __getitem__}).install().undo


_ears = {"tape": None, "on": False}
"""An audit hook cannot be removed, so there is one, and it knows who listens."""
_NOT_DATA = (".py", ".pyc", ".so", ".pth", ".dll", ".pyd")


def _hear_files(tape):
    """Note, as `"<files>"`, which files Python opens to read."""
    _ears["tape"] = tape
    if _ears["on"] or tape is None:
        return

    def heard(event, arguments):
        if _ears["tape"] is None or not isinstance(
            arguments[0] if arguments else None, (str, bytes, os.PathLike)
        ):
            return
        if event in ("os.listdir", "os.scandir") and _ears["tape"].now is not None:
            _ears["tape"].listed.add(os.path.abspath(os.fsdecode(arguments[0])))
        if event != "open":
            return
        name = os.fsdecode(arguments[0])
        mode = arguments[1]
        if isinstance(mode, str) and any(letter in mode for letter in "wax+"):
            return
        if not name.endswith(_NOT_DATA) and not name.startswith(("/proc", "/sys", "/dev")):
            if _ears["tape"].now is not None:
                _ears["tape"].add("<files>", [name])

    sys.addaudithook(heard)
    _ears["on"] = True
