"""What `diagnose` may be given: one clear line for what it cannot look at, before anything is looked at."""

import functools
import inspect
import types
from numbers import Real

__all__ = ["asks_for_object", "is_factory", "name_of", "needed", "refused", "refused_made", "taken_by_fit"]

DATA = {"builtins", "numpy", "pandas", "tensorflow", "jax", "jaxlib", "torch", "scipy", "polars"}
"""Packages of which an object with `[]` is data, and no Sequence."""
BY_CLASS = {
    "DatasetV2": "tensorflow.python.",
    "DataLoader": "torch.utils.data",
    "MapDataset": "grain",
    "IterDataset": "grain",
}
"""What `fit` knows by the name of a class, and of its module (keras/src/trainers/data_adapters/__init__.py)."""


def is_factory(given):
    """Whether it is a function, or a class, that makes what is to be diagnosed."""
    return callable(given) and not hasattr(type(given), "__getitem__") and not _is_model(given)


def needed(make):
    """The names of the arguments that a function cannot be called without; () where Python does not know."""
    try:
        parameters = inspect.signature(make).parameters.values()
    except (TypeError, ValueError):
        return ()
    return tuple(
        one.name
        for one in parameters
        if one.default is one.empty and one.kind not in (one.VAR_POSITIONAL, one.VAR_KEYWORD)
    )


def taken_by_fit(thing):
    """Whether `fit` takes a stream of this class; it knows what it takes by the class."""
    if isinstance(thing, types.GeneratorType):
        return True
    kinds = [(one.__name__, one.__module__) for one in type(thing).__mro__]
    return any(name in BY_CLASS and module.startswith(BY_CLASS[name]) for name, module in kinds)


def refused(given, model, samples, validation, seconds):
    """Say in one line why `diagnose` cannot be asked this, and what to do; "" where it can."""
    if is_factory(given):
        arguments = needed(given)
        if len(arguments) > 1:
            return _too_many(given, arguments)
    else:
        said = refused_made(given)
        if said:
            return said
    if model is not None and not _is_model(model):
        return f"give model= the compiled Keras model that it is for, not {_a(model)}."
    if samples is not None and not (_is_number(samples) and samples >= 0 and samples == int(samples)):
        return f"give samples= the number of samples in an epoch, such as samples=1000, not {samples!r:.40}."
    if not (_is_number(seconds) and seconds > 0):
        return f"give seconds= how long it may take, such as seconds=30, not {seconds!r:.40}."
    if isinstance(validation, (str, bytes, int, float)) or _is_model(validation):
        return f"give validation= the validation data as fit takes them, not {_a(validation)}."
    return ""


def refused_made(thing, function="", arrays=False):
    """The same, for an object. function: what made it, if a function did. arrays: whether data alone will do."""
    if _is_model(thing):
        return "this is a model: give what it is trained on, and the model as diagnose(seq, model=model)."
    if thing is None and function:
        return f"{function} returns None: it has to return the object that it makes."
    if isinstance(thing, type) and function:
        return f"{function} returns the class {thing.__name__}, and no object of it: call it."
    root = type(thing).__module__.partition(".")[0]
    if arrays:
        return ""
    if root in DATA and not hasattr(type(thing), "__next__") and not taken_by_fit(thing):
        returns = f"{function} returns" if function else "this is"
        return (
            f"{returns} {_a(thing)}: diagnose looks at what gives batches to fit, such as a keras.utils.PyDataset, "
            "a tf.data.Dataset or a generator. Data alone have no batches that could be wrong."
        )
    return ""


def _too_many(make, arguments):
    if isinstance(make, type):
        return asks_for_object(make)
    return (
        f"{name_of(make)} needs {len(arguments)} arguments, {', '.join(arguments[:-1])} and {arguments[-1]}: give a "
        "function without any, as in diagnose(lambda: make(…)), or with one, the number of samples."
    )


def asks_for_object(kind):
    """What is said of a class that needs arguments."""
    arguments = needed(kind)
    shown = ", ".join(arguments) if len(arguments) <= 3 else f"{arguments[0]}, …"
    return (
        f"{kind.__name__} is a class: give an object of it, as in diagnose({kind.__name__}({shown})), or a function "
        f"that makes one, as in diagnose(lambda: {kind.__name__}({shown}))."
    )


def name_of(given):
    """What a function, or the class of an object, is called."""
    made = given.func if isinstance(given, functools.partial) else given
    name = getattr(made, "__name__", "") or type(made).__name__
    return "the function" if name == "<lambda>" else name


def _is_model(thing):
    kinds = [(one.__name__, one.__module__) for one in type(thing).__mro__]
    return any(name == "Model" and "keras" in module for name, module in kinds)


def _is_number(value):
    return isinstance(value, Real) and not isinstance(value, bool) and value == value


def _a(thing):
    """ "a dict", "an int", "None"."""
    if thing is None:
        return "None"
    if isinstance(thing, types.FunctionType):
        return "a function"
    name = type(thing).__name__
    return f"{'an' if name[0].lower() in 'aeiou' else 'a'} {name}"
