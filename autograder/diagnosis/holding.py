"""What an object holds: its attributes, those of objects inside it, and what its class reads from outside."""

import contextlib
import mmap
import os
import random
import re
import sys
import types

import numpy as np

__all__ = [
    "batch_size_in",
    "collected_in",
    "counts_in",
    "generators_in",
    "interesting",
    "is_plain_data",
    "is_users",
    "numbers_in",
    "outside",
    "partly_mapped_in",
    "size",
    "sizes_in",
    "slots",
    "standard_in",
    "walk",
    "weight",
]

OTHERS = {
    "PIL",
    "_io",
    "_random",
    "_thread",
    "albumentations",
    "autograder",
    "builtins",
    "collections",
    "concurrent",
    "cv2",
    "datetime",
    "h5py",
    "io",
    "keras",
    "logging",
    "matplotlib",
    "multiprocessing",
    "numpy",
    "pandas",
    "pathlib",
    "queue",
    "random",
    "re",
    "scipy",
    "sklearn",
    "sqlite3",
    "tensorflow",
    "threading",
    "torch",
    "weakref",
    "zipfile",
}
"""Packages whose objects are values to us, not things to look into."""
OF_STATISTICS = re.compile(r"_?([a-z]{1,8}_)?(mean|means|mu|std|stds|sigma|stdev)(_[a-z]{1,8})?")
"""How means and deviations are called, by which data are scaled."""
MOST_STATISTICS = 1_000
"""Arrays of more numbers are data, and no means."""
LEAST_ROWS, FEW_NUMBERS, CLOSE = 10, 8, 1e-4
"""Of fewer rows, and of columns of no more different numbers, it is not said how they were scaled, nor less closely."""
NOT_DATA = {"_workers", "_use_multiprocessing", "_max_queue_size"}
"""What Keras itself keeps in a `PyDataset`."""
SIZES = ("batch_size", "_batch_size", "batchsize", "batchSize", "bs", "batch", "_bs", "b")
"""How a batch size is called."""
COUNTS = ("n", "n_samples", "num_samples", "data_size", "datalen", "size", "samples", "N", "_n")
COUNTING = re.compile(
    "n|num|nb|number|total|count|len|length|size|samples|rows|items|images|files|datalen|datasize|nsamples"
)
OF_SHAPES = re.compile(
    "batch|class|classes|image|img|input|dim|height|width|channels?|window|seq|sequence|steps?|vocab|patch"
    "|epochs?|workers?|queue|max|min|shape|crops?|frames?|target|features?"
)
"""Words in the names of numbers: of those that count items, and of those that count something else."""
DEPTH = 2
MOST_NUMBERS = 2_000_000
"""Of larger tables it is not said how they were scaled."""
MOST_NUMBERED = 100_000


def slots(thing):
    """Yield `(name, value, write)` of each attribute, those in `__slots__` too."""
    own = getattr(thing, "__dict__", None)
    if isinstance(own, dict):
        for name in list(own):
            yield name, own[name], _writer(own, name)
    for kind in type(thing).__mro__:
        names = kind.__dict__.get("__slots__", ())
        for name in (names,) if isinstance(names, str) else names:
            if name in ("__dict__", "__weakref__"):
                continue
            if name.startswith("__") and not name.endswith("__"):
                name = f"_{kind.__name__.lstrip('_')}{name}"
            try:
                value = object.__getattribute__(thing, name)
            except AttributeError:
                continue
            yield name, value, lambda new, name=name: object.__setattr__(thing, name, new)


def _writer(mapping, key):
    return lambda new: mapping.__setitem__(key, new)


def package(kind):
    """The name of the package that a type comes from."""
    return (kind.__module__ or "").split(".")[0]


def is_users(thing):
    """Whether it is an object of the user's own class, to look into."""
    if isinstance(thing, (type, types.ModuleType)) or callable(thing):
        return False
    holds = hasattr(thing, "__dict__") or bool(getattr(type(thing), "__slots__", ()))
    return holds and package(type(thing)) not in OTHERS


def size(thing):
    """The length of whatever has one, else 0."""
    try:
        return len(thing)
    except Exception:
        try:
            return int(thing.shape[0])
        except Exception:
            return 0


def interesting(thing):
    """Whether items may be read of it."""
    return (
        isinstance(thing, (list, dict, np.ndarray))
        or is_users(thing)
        or package(type(thing)) in ("pandas", "h5py", "scipy", "tensorflow")
    )


def walk(thing, name=None, depth=0, seen=None):
    """Yield `(name, value, write)` of all attributes, and of those of the user's objects inside.

    Items of small lists, tuples and dicts count as attributes: `self.data[0]`, `self.data['x']`. name: what `thing`
    is called; "self", unless its class says another name for it.
    """
    name = getattr(type(thing), "_diagnosis_root", "self") if name is None else name
    seen = set() if seen is None else seen
    if id(thing) in seen:
        return
    seen.add(id(thing))
    for key, value, write in slots(thing):
        if key not in NOT_DATA and not key.startswith("_diagnosis"):
            yield from _below(f"{name}.{key}" if name else key, value, write, depth, seen)


def _below(name, value, write, depth, seen):
    yield name, value, write
    if isinstance(value, (list, tuple)) and len(value) <= 12 and depth < DEPTH + 1:
        for place, item in enumerate(value):
            if interesting(item):
                change = _writer(value, place) if isinstance(value, list) else None
                yield from _below(f"{name}[{place}]", item, change, depth + 1, seen)
    elif isinstance(value, dict) and len(value) <= 12 and depth < DEPTH + 1:
        for key, item in list(value.items()):
            if interesting(item):
                shown = key.item() if isinstance(key, np.generic) else key
                yield from _below(f"{name}[{shown!r}]", item, _writer(value, key), depth + 1, seen)
    elif depth < DEPTH and is_users(value):
        yield from walk(value, name, depth + 1, seen)


def outside(thing):
    """Yield `(name, value, write)` of containers that the class reads without `self`.

    Those are closures, globals that its methods name, and attributes of the class.
    """
    seen = set()
    for kind in type(thing).__mro__:
        if package(kind) in ("keras", "builtins"):
            continue
        for key, method in list(kind.__dict__.items()):
            method = method.fget if isinstance(method, property) else method
            method = getattr(method, "__func__", method)
            method = getattr(method, "__wrapped__", method)
            code = getattr(method, "__code__", None)
            if code is None:
                if is_plain_data(method) and not key.startswith("__"):
                    if key not in getattr(thing, "__dict__", {}):
                        yield f"{kind.__name__}.{key}", method, lambda new, k=kind, a=key: setattr(k, a, new)
                continue
            for name, cell in zip(code.co_freevars, method.__closure__ or ()):
                if id(cell) in seen:
                    continue
                seen.add(id(cell))
                try:
                    held = cell.cell_contents
                except ValueError:
                    continue
                if is_plain_data(held):
                    yield name, held, lambda new, cell=cell: setattr(cell, "cell_contents", new)
            scope = method.__globals__
            for name in code.co_names:
                if (id(scope), name) in seen or not is_plain_data(scope.get(name)):
                    continue
                seen.add((id(scope), name))
                yield name, scope[name], _writer(scope, name)


def is_plain_data(thing):
    """Whether it is a list, dict, array or table."""
    return isinstance(thing, (list, dict, np.ndarray)) or type(thing).__name__ in ("DataFrame", "Series")


def weight(thing):
    """About how many bytes a copy of it would take."""
    total, seen = 0, set()

    def add(value, depth):
        nonlocal total
        if id(value) in seen or depth > 4:
            return
        seen.add(id(value))
        if isinstance(value, np.memmap):
            return
        if isinstance(value, np.ndarray):
            total += value.nbytes
        elif isinstance(value, (list, tuple, dict, set)):
            total += 100 * len(value)
            items = list(value.values() if isinstance(value, dict) else value)
            before = total
            for item in items[:50]:
                add(item, depth + 1)
            total += (total - before) // max(len(items[:50]), 1) * max(len(items) - 50, 0)
        elif package(type(value)) == "pandas" and hasattr(value, "memory_usage"):
            used = value.memory_usage()
            total += int(used if isinstance(used, (int, np.integer)) else used.sum())
        elif package(type(value)) == "tensorflow":
            total += size(value) * 8
        elif is_users(value):
            for _, inner, _ in slots(value):
                add(inner, depth + 1)

    for _, value, _ in slots(thing):
        add(value, 0)
    return total


def sizes_in(thing):
    """`{name: n}` of all that it holds and that has a length of 1 or more, and of counts like `n`."""
    found = {}
    for name, value, _ in walk(thing):
        if isinstance(value, (str, bytes)) or (is_users(value) and not hasattr(type(value), "__len__")):
            continue
        n = size(value)
        if n >= 1:
            found[name] = n
        elif isinstance(value, (int, np.integer)) and not isinstance(value, bool) and value > 1:
            if name.split(".")[-1] in COUNTS:
                found[name] = int(value)
    return found


def collected_in(thing):
    """The names of lists of numbers and texts: such as of the labels that were served so far."""
    return {
        name
        for name, value, _ in walk(thing)
        if isinstance(value, list) and value and isinstance(value[-1], (bool, int, float, str, np.generic))
    }


def numbers_in(thing):
    """`{name: number}` of the whole numbers that it holds."""
    return {
        name: int(value)
        for name, value, _ in walk(thing)
        if isinstance(value, (int, np.integer)) and not isinstance(value, bool)
    }


def counts_in(thing):
    """`{name: n}` of numbers that it holds and that are named as a count of items, such as `total_size`."""
    found = {}
    for name, value in numbers_in(thing).items():
        words = re.split(r"[_\W]+|(?<=[a-z])(?=[A-Z])", name.split(".")[-1])
        words = [word.lower() for word in words]
        if value > 1 and any(map(COUNTING.fullmatch, words)) and not any(map(OF_SHAPES.fullmatch, words)):
            found[name] = value
    return found


def numberings_in(thing):
    """`{name: {text: number}}` of what numbers texts one after the other, such as classes or words."""
    found = {}
    for name, value, _ in walk(thing):
        if isinstance(value, dict) and 1 < len(value) <= MOST_NUMBERED:
            keys, numbers = list(dict.keys(value)), list(dict.values(value))
            plain = all(isinstance(n, (int, np.integer)) and not isinstance(n, bool) for n in numbers)
            if plain and all(isinstance(key, str) for key in keys) and _are_consecutive(numbers):
                found[name] = {key: int(number) for key, number in zip(keys, numbers)}
    return found


def _are_consecutive(numbers):
    return len(set(numbers)) == len(numbers) == max(numbers) - min(numbers) + 1


def batch_size_in(thing):
    """The name and the value of the attribute that is a batch size: `("", None)` where there is none."""
    for name in SIZES:
        value = getattr(thing, name, None)
        if isinstance(value, (int, np.integer)) and not isinstance(value, bool) and value > 0:
            return name, int(value)
    return "", None


def statistics_in(thing):
    """`{name: numbers}` of means and deviations that it holds, and of scalers of scikit-learn: tuples of numbers."""
    found = {}
    for name, value, _ in walk(thing):
        own = name.split(".")[-1].lower()
        if OF_STATISTICS.fullmatch(own):
            found[name] = _as_numbers(value)
        elif type(value).__module__.startswith("sklearn.preprocessing"):
            for fitted in ("mean_", "scale_", "center_"):
                if fitted in getattr(value, "__dict__", {}):
                    found[f"{name}.{fitted}"] = _as_numbers(vars(value)[fitted])
    return {name: numbers for name, numbers in found.items() if numbers}


def standard_in(thing):
    """`{name: how}` of tables of numbers, (rows, columns), of which all columns were scaled by themselves.

    how: "mean 0 and deviation 1" or "all from 0 to 1". Columns of few different numbers say nothing.
    """
    found = {}
    for name, value, _ in walk(thing):
        table = type(value).__name__ == "DataFrame" and package(type(value)) == "pandas"
        numbers = value.select_dtypes("float").to_numpy() if table else value
        if type(numbers) is np.ndarray and numbers.ndim == 2 and numbers.dtype.kind == "f":
            few = numbers.size <= MOST_NUMBERS and 2 <= numbers.shape[1] <= MOST_STATISTICS
            if few and len(numbers) >= LEAST_ROWS:
                how = _scaled_how(numbers[:, [len(np.unique(c)) > FEW_NUMBERS for c in numbers.T]])
                if how:
                    found[name] = how
    return found


def _scaled_how(numbers):
    if numbers.shape[1] < 2 or not np.isfinite(numbers).all():
        return ""
    numbers = numbers.astype("float64")
    if np.abs(numbers.mean(axis=0)).max() < CLOSE and np.abs(numbers.std(axis=0, ddof=0) - 1).max() < CLOSE:
        return "mean 0 and deviation 1"
    if np.abs(numbers.mean(axis=0)).max() < CLOSE and np.abs(numbers.std(axis=0, ddof=1) - 1).max() < CLOSE:
        return "mean 0 and deviation 1"
    ends = numbers.min(axis=0), numbers.max(axis=0) - 1
    return "all from 0 to 1" if np.abs(ends).max() < CLOSE else ""


def _as_numbers(value):
    """Up to some hundred numbers as a tuple; () of all else."""
    with contextlib.suppress(Exception):  # the user's own `__array__` may raise whatever it likes
        array = np.asarray(value)
        if array.dtype.kind in "fiu" and 0 < array.size <= MOST_STATISTICS:
            return tuple(array.ravel().astype("float64").tolist())
    return ()


def partly_mapped_in(thing):
    """Arrays that are mapped from a file twice as long, or longer: `(name, dtype, file, bytes of it, bytes mapped)`.

    Such as one that was written as float64, and is read as float32.
    """
    found = []
    for name, value, _ in walk(thing):
        if isinstance(value, np.memmap) and isinstance(value.base, mmap.mmap) and value.filename is not None:
            with contextlib.suppress(OSError):
                there = os.path.getsize(value.filename) - value.offset
                if there >= 2 * value.nbytes > 0:
                    file = os.path.basename(value.filename)
                    found.append((name, str(value.dtype), file, there, value.nbytes))
    return tuple(found)


def generators_in(thing):
    """The sources of random numbers that it holds."""
    kinds = (np.random.Generator, np.random.RandomState, random.Random)
    return [value for _, value, _ in walk(thing) if isinstance(value, kinds)]


def loaded(name):
    """A module, if the user's code has imported it."""
    return sys.modules.get(name)
