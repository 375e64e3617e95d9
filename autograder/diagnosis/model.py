"""An object beside the model it is for: shapes, labels against outputs, loss against activation, time."""

import time

import numpy as np

from autograder.diagnosis.asking import Asker, value_of
from autograder.diagnosis.finding import LOSES, STOPS, finding
from autograder.diagnosis.judge import ORDER

__all__ = ["ModelFacts", "facts_of", "judge_model", "with_model"]

LARGE = 100
"""Inputs that reach further than this are not scaled."""
STEPS = 3


class ModelFacts:
    """What counts of a compiled model, in plain values.

    inputs: `(name, shape)` pairs. outputs: shapes. loss: its name, "" where there is none or more
    than one. from_logits: what the loss was told. activation: of the last layer, None where unknown.
    embeds: whether an input goes into an Embedding; scaled: whether a layer scales the inputs.
    """

    def __init__(
        self, inputs, outputs, loss="", from_logits=False, activation=None, embeds=False, scaled=False
    ):
        self.inputs, self.outputs, self.loss = inputs, outputs, loss
        self.from_logits, self.activation = from_logits, activation
        self.embeds, self.scaled = embeds, scaled


def facts_of(model):
    """Read the facts of a Keras model."""
    loss = getattr(model, "loss", None)
    name = ""
    if isinstance(loss, str):
        name = loss
    elif loss is not None and not isinstance(loss, (list, dict, tuple)):
        name = getattr(loss, "name", None) or getattr(loss, "__name__", "") or ""
    settings = getattr(loss, "_fn_kwargs", None) or {}
    layers = list(getattr(model, "layers", ()))
    kinds = {type(layer).__name__ for layer in layers}
    activation = getattr(layers[-1], "activation", None) if layers else None
    if layers and type(layers[-1]).__name__ in ("Softmax", "Activation"):
        activation = getattr(layers[-1], "activation", None)
    told = getattr(activation, "__name__", None)
    if layers and type(layers[-1]).__name__ == "Softmax":
        told = "softmax"
    inputs = [(tensor.name, tuple(tensor.shape)) for tensor in getattr(model, "inputs", None) or ()]
    outputs = [tuple(tensor.shape) for tensor in getattr(model, "outputs", None) or ()]
    return ModelFacts(
        inputs,
        outputs,
        name,
        bool(settings.get("from_logits", getattr(loss, "from_logits", False))),
        told,
        "Embedding" in kinds,
        bool(kinds & {"Rescaling", "Normalization", "BatchNormalization"}),
    )


def judge_model(facts, record):
    """Yield findings about a `Record` beside `ModelFacts`."""
    good = record.epochs[0].good if record.epochs else []
    if not good:
        return
    line = record.lines.get("__getitem__", "")
    inputs, targets = good[0].side("x"), good[0].side("y")
    yield from _inputs(facts, inputs, line)
    if not targets:
        if facts.loss:
            yield finding("no_targets", STOPS, f"seq[0] has {good[0].parts} part", line=line)
    elif len(facts.outputs) == len(targets) == 1:
        yield from _targets(facts, good, targets[0], line)
    yield from _activation(facts)
    highest = max(
        (
            max(abs(leaf.low), abs(leaf.high))
            for b in good
            for leaf in b.side("x")
            if leaf.low is not None and leaf.finite
        ),
        default=0,
    )
    if highest > LARGE and not facts.embeds and not facts.scaled:
        yield finding("not_scaled", LOSES, f"inputs reach {highest:g}", line=line)


def _inputs(facts, inputs, line):
    if not facts.inputs:
        return
    if len(facts.inputs) != len(inputs):
        yield finding(
            "inputs_number",
            STOPS,
            f"{len(inputs)}",
            asked=f"a batch has {len(facts.inputs)} inputs, as the model",
            line=line,
        )
        return
    names = dict(facts.inputs)
    for place, leaf in enumerate(inputs):
        key = leaf.path[3:-2] if leaf.path.startswith("x['") else None
        if key is not None and key not in names:
            yield finding(
                "inputs_names",
                STOPS,
                f"the batch has {leaf.path[1:]}",
                asked=f"the inputs are named {', '.join(map(repr, names))}",
                line=line,
            )
            continue
        shape = names[key] if key is not None else facts.inputs[place][1]
        pairs = list(zip(shape[1:], leaf.shape[1:]))
        if len(shape) != len(leaf.shape) or any(want is not None and want != got for want, got in pairs):
            if {len(shape), len(leaf.shape)} == {1, 2} and 1 in (*shape[1:], *leaf.shape[1:]):
                continue  # Keras adds or takes away a last axis of 1
            yield finding(
                "input_shape",
                STOPS,
                f"{leaf.path} of seq[0] has rows of {leaf.shape[1:]}",
                asked=f"rows of {shape[1:]}",
                line=line,
            )


def _targets(facts, good, target, line):
    units = facts.outputs[0][-1]
    leaves = [leaf for b in good for leaf in b.leaves if leaf.path == target.path and leaf.low is not None]
    if not leaves or units is None:
        return
    low, high = min(leaf.low for leaf in leaves), max(leaf.high for leaf in leaves)
    wide = len(target.shape) > 1 and target.shape[-1] > 1
    if "sparse_categorical" in facts.loss:
        if len(target.shape) == len(facts.outputs[0]) and wide and target.shape[-1] == units:
            yield finding("one_hot_with_sparse", STOPS, f"y of seq[0] has shape {target.shape}", line=line)
        elif high >= units or low < 0:
            yield finding(
                "labels_out_of_range",
                STOPS,
                f"labels from {low:g} to {high:g}",
                asked=f"labels from 0 to {units - 1}: the model has {units} outputs",
                line=line,
            )
    elif facts.loss in ("categorical_crossentropy", "CategoricalCrossentropy"):
        if not wide or target.shape[-1] != units:
            yield finding(
                "sparse_with_one_hot",
                STOPS,
                f"y of seq[0] has shape {target.shape}",
                asked=f"y has {units} columns",
                line=line,
            )
    elif "binary_crossentropy" in facts.loss and (high > 1 or low < 0):
        yield finding(
            "labels_out_of_range",
            LOSES,
            f"labels from {low:g} to {high:g}",
            "the loss becomes negative, and training goes the wrong way",
            asked="labels from 0 to 1",
            line=line,
        )
    elif facts.loss in ("mean_squared_error", "mse", "mean_absolute_error", "mae"):
        if len(target.shape) == 1 and units not in (None, 1):
            yield finding(
                "targets_broadcast",
                LOSES,
                f"y of seq[0] has shape {target.shape}",
                asked=f"y has rows of {facts.outputs[0][1:]}",
                line=line,
            )


def _activation(facts):
    if "crossentropy" not in facts.loss or facts.activation is None:
        return
    if facts.activation == "softmax" and facts.outputs and facts.outputs[0][-1] == 1:
        yield finding("softmax_of_one", LOSES, "softmax over one output")
    elif facts.from_logits and facts.activation in ("softmax", "sigmoid"):
        yield finding("logits", LOSES, f"from_logits=True, and {facts.activation} in the last layer")
    elif not facts.from_logits and facts.activation == "linear":
        yield finding("logits", LOSES, "from_logits=False, and no activation in the last layer")


def with_model(verdict, record, model, copies):
    """Add to a `Verdict` what shows with the model, and how long batch and step take."""
    told = {one.name for one in verdict.findings}
    more = [one for one in judge_model(facts_of(model), record) if one.name not in told]
    verdict.findings = sorted([*verdict.findings, *more], key=lambda one: ORDER[one.name])
    if not verdict.findings and record.kind == "PyDataset" and record.length:
        verdict.notes += list(_speed(record, model, copies))


def _speed(record, model, copies):
    """How long a batch takes beside a step of training, with a copy of the model."""
    import keras

    asker = Asker(copies.fresh())
    batches, times = [], []
    for index in range(min(STEPS, record.length)):
        kept = []
        started = time.perf_counter()
        asker.ask(index, kept)
        times.append(time.perf_counter() - started)
        batches += kept
    if not batches:
        return
    spare, problem = value_of(lambda: _copy_of(keras, model), "copying the model", 30)
    if problem is not None or spare is None:
        return
    steps = []
    for batch in [batches[0], *batches]:
        parts = tuple(batch) if isinstance(batch, (tuple, list)) else (batch,)
        started = time.perf_counter()
        _, problem = value_of(lambda: spare.train_on_batch(*parts), "train_on_batch()", 60)  # noqa: B023
        if problem is not None:
            return
        steps.append(time.perf_counter() - started)
    read, step = float(np.median(times)), float(np.median(steps[1:]))
    yield from speed_notes(read, step, record)


def _copy_of(keras, model):
    spare = keras.models.clone_model(model)
    spare.compile(loss=model.loss, optimizer="sgd")
    return spare


def speed_notes(read, step, record):
    """Say what times of a batch and of a step mean."""
    share = read / max(step, 1e-9)
    text = f"A batch takes {1000 * read:.1f} ms, a step of training {1000 * step:.1f} ms"
    if share <= 1:
        yield text + ": fit does not wait for data."
        return
    needed = int(np.ceil(share)) + 1
    yield (
        f"{text}: fit waits for data. With workers={needed} in super().__init__(workers=...) threads read "
        "at the same time, where reading waits for disk or network; where it computes, "
        "use_multiprocessing=True."
    )
