"""Reading what came: one served batch into a `Batch`, one length into a number."""

import functools
import operator
import warnings

import numpy as np

from autograder.sequence.record import Batch

__all__ = ["FORMS", "describe", "leaves", "read_batch", "read_length", "read_outcome"]

FORMS = (
    "pair",
    "uneven_pair",
    "no_axis",
    "triple",
    "list",
    "nested",
    "lists",
    "sparse",
    "partly_none",
    "nones",
    "none",
    "array",
    "exception",
    "other",
    "problem",
)
"""What can come in the place of a batch, from the right one, "pair", to "problem", nothing."""

MORE_ROWS = 1_000
"""Of a batch that has all samples twice over, and so many rows more, the rest are not read."""
SPARSE = {
    "RaggedTensor",
    "SparseTensor",
    "csr_matrix",
    "csc_matrix",
    "coo_matrix",
    "csr_array",
    "csc_array",
    "coo_array",
}
"""Names of types that hold numbers, and are no arrays."""


def type_name(thing):
    """The name of a thing's type, also where the thing itself stayed in another process."""
    return str(getattr(thing, "type_name", type(thing).__name__))[:100]


def is_array(thing):
    """Whether a thing is an array, or a tensor."""
    if type_name(thing) in SPARSE:
        return False
    lengths = getattr(thing, "shape", None)
    return hasattr(thing, "__array__") and hasattr(thing, "dtype") and hasattr(lengths, "__iter__")


def as_array(thing):
    """Return an array of a thing's values, or None where there is none to be had."""
    if thing is None or type(thing) is np.ndarray:
        return thing
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return np.asarray(thing)
    except Exception:
        return None


def leaves(structure):
    """The parts of nested tuples, lists and dicts, in order; a list of plain numbers is one part."""
    if isinstance(structure, dict):
        return [leaf for part in structure.values() for leaf in leaves(part)]
    if isinstance(structure, tuple) or (isinstance(structure, list) and any(map(is_array, structure))):
        return [leaf for part in structure for leaf in leaves(part)]
    return [structure]


_dtype_name = functools.lru_cache(100)(str)
"""NumPy puts the name of a dtype together anew each time."""


def describe(served, depth=0):
    """Say in a few words what came: "tuple of (array float32 (4, 2), array int64 (4,))"."""
    if served is None:
        return "None"
    if is_array(served):
        array = as_array(served)
        if array is not None:
            return f"array {_dtype_name(array.dtype)} {array.shape}"
    if isinstance(served, (tuple, list)) and len(served) <= 4 and depth < 3:
        inside = ", ".join(describe(item, depth + 1) for item in served)
        return f"{type(served).__name__} of ({inside})"
    if isinstance(served, dict) and len(served) <= 4 and depth < 3:
        inside = ", ".join(f"{str(key)[:30]!r}: {describe(item, depth + 1)}" for key, item in served.items())
        return f"dict of {{{inside}}}"
    return type_name(served)


def _form(served):
    if served is None:
        return "none"
    if is_array(served):
        return "array"
    if not isinstance(served, (tuple, list)):
        named = type_name(served).endswith(("Error", "Exception"))
        return "exception" if named or isinstance(served, BaseException) else "other"
    if len(served) and all(item is None for item in served):
        return "nones"
    if len(served) == 1 and is_array(served[0]):
        return "array"  # what fit makes of samples that come alone
    if len(served) == 3 and isinstance(served, tuple):
        return "triple"
    if len(served) != 2:
        return "other"
    if isinstance(served, list):
        return "list"
    if any(item is None for item in served):
        return "partly_none"
    if not all(map(is_array, served)):
        return _form_of_parts(served)
    data, labels = (tuple(item.shape) for item in served)
    if not data or not labels:
        return "no_axis"
    return "pair" if data[0] == labels[0] else "uneven_pair"


def _form_of_parts(served):
    """The form of a tuple of two that are not both arrays."""
    if any(type_name(item) in SPARSE for item in served):
        return "sparse"
    nested = [item for item in served if not is_array(item)]
    if all(isinstance(item, (tuple, dict, list)) and all(map(is_array, leaves(item))) for item in nested):
        return "lists" if any(isinstance(item, list) for item in nested) else "nested"
    return "lists"


def _first_array(thing):
    """The array to tell samples or labels by; of a tuple or a dict that of its first part."""
    thing = next(iter(leaves(thing)), None) if isinstance(thing, (tuple, dict)) else thing
    array = as_array(thing)
    return array if array is not None and array.ndim else None


def read_batch(index, served, identity):
    """Read one served thing into a `Batch`, whatever it is. identity: a `samples.Identity`."""
    form = _form(served)
    data = labels = None
    if form == "array":
        data = _first_array(served)
    elif form not in ("none", "nones", "exception", "other"):
        data, labels = _first_array(served[0]), _first_array(served[1])
    most = 2 * identity.size + MORE_ROWS
    return Batch(
        index=index,
        form=form,
        received=describe(served),
        samples=None if data is None else identity.numbers(data[:most]),
        labels=None if labels is None else _label_values(labels[:most]),
        shape=() if data is None else data.shape,
        label_shape=() if labels is None else labels.shape,
        dtype="" if data is None else _dtype_name(data.dtype),
        label_dtype="" if labels is None else _dtype_name(labels.dtype),
    )


def read_outcome(index, outcome, identity):
    """Read the `Outcome` of asking for a batch into a `Batch`."""
    if outcome.good:
        return read_batch(index, outcome.value, identity)
    return Batch(index, "problem", received=outcome.said, problem=outcome)


def _label_values(labels):
    if labels.dtype == object:
        return tuple(_label_value(np.asarray(label)) for label in labels)
    if labels.size != len(labels):
        return (None,) * len(labels)
    return tuple(labels.reshape(-1).tolist())


def _label_value(label):
    value = label.reshape(-1).tolist()[0] if label.size == 1 else None
    return value if isinstance(value, (bool, int, float, complex, str, bytes)) else None


def read_length(outcome):
    """Read the `Outcome` of a length: `(length, received, problem)`.

    length is None where what came is no int of 0 or more; received says what came.
    """
    if not outcome.good:
        return None, "", outcome
    received = outcome.value
    try:
        number = operator.index(received)
    except TypeError:
        number = None
    if number is None or isinstance(received, (bool, np.bool_)):
        return None, f"{_short(received)} ({type_name(received)})", None
    return (number if number >= 0 else None), str(number)[:60], None


def _short(thing):
    try:
        text = repr(thing)
    except Exception:
        return "something"
    return text if len(text) <= 60 else text[:60] + " …"
