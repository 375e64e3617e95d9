"""An object beside the model it is for: shapes, labels against outputs, loss against activation, time."""

import time
import types
from dataclasses import dataclass

import numpy as np

from autograder.diagnosis.asking import Asker, value_of
from autograder.diagnosis.exchanged import exchanged
from autograder.diagnosis.finding import LOSES, STOPS, finding
from autograder.diagnosis.judge import ECHOES, ORDER
from autograder.diagnosis.spoiled import SPOILED
from autograder.diagnosis.streamed import in_words_of_a_stream
from autograder.mistakes.finding import plural
from autograder.patches import Patch

__all__ = ["ModelFacts", "Output", "facts_of", "judge_model", "with_model"]

OWN_LOSS = "a function of your own"
"""In place of the name of a loss: what it makes of targets cannot be known."""
LEAST_ROWS = 20
"""Of fewer it is not said that all targets are the same."""
LARGE, VERY_LARGE = 100, 500
"""Inputs that reach further than this are not scaled; models of pictures may do with bytes."""
STEPS = 3
ELEMENTWISE = ("mse", "mae", "mean_squared", "mean_absolute", "binary", "huber", "log_cosh", "poisson")
"""In the names of losses that compare each number of a target with one of the output."""


SCALING = {
    "Rescaling",
    "Normalization",
    "BatchNormalization",
    "LayerNormalization",
    "GroupNormalization",
    "Lambda",
    "TrueDivide",
    "Divide",
    "Multiply",
    "Subtract",
}
"""Layers that scale inputs, or may."""
NARROW = 0.02
"""Numbers that lie within this share of the largest are nearly one and the same."""
SEEN_WITHOUT = {
    "no_row_axis": {"input_shape", "target_shape", "no_targets", "targets_broadcast"},
    "none_in_batch": {"no_targets"},
}
"""What else a mistake looks like beside a model; it is told without one."""
REACH = {
    "sigmoid": (0, 1),
    "softmax": (0, 1),
    "hard_sigmoid": (0, 1),
    "tanh": (-1, 1),
    "relu": (0, np.inf),
    "softplus": (0, np.inf),
    "exponential": (0, np.inf),
}
"""The least and the largest number that a layer gives, by its activation."""
BEYOND = 0.05
"""Targets that lie less than this beyond it may be rounded."""


@dataclass(frozen=True)
class Output:
    """One output of a model. loss: its name, "" where it is not known. from_logits: what the loss was told.

    name: "" where it has none. shape: None where it is not known. activation: of its layer, None where unknown.
    """

    name: str = ""
    shape: tuple | None = None
    loss: str = ""
    from_logits: bool = False
    activation: str | None = None


@dataclass(frozen=True)
class ModelFacts:
    """What counts of a compiled model, in plain values.

    inputs: `(name, shape)` pairs. outputs: of each an `Output`, in Keras' order; one of a model that does not
    say how many it has. embeds: whether an input goes into an Embedding; scaled: whether a layer scales the inputs,
    or may do so; stateful: whether a layer goes on from one batch to the next.
    """

    inputs: tuple
    outputs: tuple
    embeds: bool = False
    scaled: bool = False
    stateful: bool = False


def facts_of(model):
    """Read the facts of a Keras model."""
    layers, inner = list(getattr(model, "layers", ())), [*_all_layers(model)]
    kinds = {type(layer).__name__ for layer in inner}
    tensors = list(getattr(model, "outputs", None) or ())
    loss = getattr(model, "loss", None)
    if tensors:
        makers = [tensor._keras_history.operation for tensor in tensors]
        names = getattr(model, "output_names", None) or [maker.name for maker in makers]
        made = zip(names, (tuple(tensor.shape) for tensor in tensors), makers)
    else:
        made = [("", None, layers[-1] if layers else None)]
    outputs = [
        Output(name, shape, *_loss_of(loss, place, name), _activation_of(maker))
        for place, (name, shape, maker) in enumerate(made)
    ]
    return ModelFacts(
        tuple((tensor.name, tuple(tensor.shape)) for tensor in getattr(model, "inputs", None) or ()),
        tuple(outputs),
        embeds="Embedding" in kinds,
        scaled=bool(kinds & SCALING)
        or any(type(layer).__module__.split(".")[0] != "keras" for layer in inner),
        stateful=any(getattr(layer, "stateful", False) is True for layer in inner),
    )


def _all_layers(model):
    """Yield the layers of a model, and of the models inside it."""
    for layer in getattr(model, "layers", ()):
        yield layer
        yield from _all_layers(layer)


def _loss_of(loss, place, name):
    """The name of the loss of one output, and whether it was told `from_logits`."""
    if isinstance(loss, dict):
        loss = loss.get(name)
    elif isinstance(loss, (list, tuple)):
        loss = loss[place] if place < len(loss) else None
    if loss is None or isinstance(loss, str):
        return loss or "", False
    made = loss if isinstance(loss, types.FunctionType) else type(loss)
    if made.__module__.split(".")[0] not in ("keras", "tf_keras", "tensorflow"):
        return OWN_LOSS, False
    settings = getattr(loss, "_fn_kwargs", None) or {}
    told = getattr(loss, "name", None) or getattr(loss, "__name__", "") or ""
    return told, bool(settings.get("from_logits", getattr(loss, "from_logits", False)))


def _activation_of(layer):
    while type(layer).__name__ in (
        "Reshape",
        "Flatten",
        "Permute",
        "Dropout",
    ):  # these leave numbers as they are
        history = getattr(getattr(layer, "input", None), "_keras_history", None)
        if history is None:
            return None
        layer = history.operation
    if type(layer).__name__ == "Softmax":
        return "softmax"
    return getattr(getattr(layer, "activation", None), "__name__", None)


def judge_model(facts, record):
    """Yield findings, and questions as text, about a `Record` beside `ModelFacts`."""
    good = record.epochs[0].good if record.epochs else []
    if not good:
        return
    line = record.lines.get("__getitem__", "")
    inputs, targets = good[0].side("x"), good[0].side("y")
    yield from _inputs(facts, inputs, line)
    if targets:
        yield from _outputs(facts, record, good, targets, line)
    elif any(output.loss for output in facts.outputs):
        yield finding("no_targets", STOPS, f"seq[0] has {plural(good[0].parts, 'part')}", line=line)
    if facts.stateful and record.reordered:
        yield finding(
            "series_shuffled",
            LOSES,
            f"{record.reordered[0]} is put in another order, and a layer of the model is stateful",
            "what the layer keeps of one batch is not what comes before the next",
            asked="batch k + 1 goes on where batch k ended",
            line=record.lines.get("on_epoch_end", ""),
            hint="Leave the order as it is, and fit(..., shuffle=False); or make the layer without stateful=True.",
        )
    for output in facts.outputs:
        where = "the last layer" if len(facts.outputs) == 1 else f"the layer {output.name!r}"
        yield from _activation(output, where)
    highest = max(
        (
            max(abs(leaf.low), abs(leaf.high))
            for b in good
            for leaf in b.side("x")
            if leaf.low is not None and leaf.finite
        ),
        default=0,
    )
    if highest > VERY_LARGE and not facts.embeds and not facts.scaled:
        yield finding("not_scaled", LOSES, f"inputs reach {highest:g}", line=line)
    elif highest > LARGE and not facts.embeds and not facts.scaled:
        yield (
            f"Is it meant that inputs reach {highest:g}, and no layer of the model scales them? Most models learn "
            "faster from numbers of about 1."
        )


def _key_of(leaf):
    """The key of a part of a dict, such as "age" of "y['age']"; None of all else."""
    return leaf.path[3:-2] if leaf.path[1:3] == "['" else None


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
        key = _key_of(leaf)
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
            if tuple(leaf.shape) == tuple(shape[1:]):
                yield finding(
                    "no_row_axis",
                    STOPS,
                    f"{leaf.path} of seq[0] has the shape {leaf.shape}",
                    f"fit takes its {plural(leaf.shape[0], 'step')} for so many rows",
                    asked=f"{leaf.path} has the shape (rows, {', '.join(map(str, shape[1:]))})",
                    line=line,
                )
                return
            yield finding(
                "input_shape",
                STOPS,
                f"{leaf.path} of seq[0] has rows of {leaf.shape[1:]}",
                asked=f"rows of {shape[1:]}",
                line=line,
            )


def _outputs(facts, record, good, targets, line):
    """Targets beside the outputs that they are for: by name those of a dict, else by their place."""
    if any(output.shape is None for output in facts.outputs):
        return
    names, keys = [output.name for output in facts.outputs], [_key_of(leaf) for leaf in targets]
    if len(names) != len(targets):
        yield finding(
            "targets_number",
            STOPS,
            f"{len(targets)}",
            asked=f"a batch has {plural(len(names), 'target')}, as the model has outputs",
            line=line,
        )
        return
    by_name = all(key is not None for key in keys)
    if by_name and set(keys) != set(names):
        yield finding(
            "targets_names",
            STOPS,
            f"the batch has {', '.join(map(repr, keys))}",
            asked=f"the outputs are named {', '.join(map(repr, names))}",
            line=line,
        )
        return
    outputs = {output.name: output for output in facts.outputs}
    for place, (key, target) in enumerate(zip(keys, targets)):
        yield from _targets(outputs[key] if by_name else facts.outputs[place], record, good, target, line)


def _targets(output, record, good, target, line):
    units, of = output.shape[-1], target.path if target.path == "y" else f"{target.path} for {output.name!r}"
    leaves = [leaf for b in good for leaf in b.leaves if leaf.path == target.path and leaf.low is not None]
    if not leaves or units is None:
        return
    low, high = min(leaf.low for leaf in leaves), max(leaf.high for leaf in leaves)
    wide = len(target.shape) > 1 and target.shape[-1] > 1
    rows = [row for leaf in leaves for row in leaf.rows]
    alone = (
        len(good[0].side("y")) == len(good[0].side("x")) == 1
    )  # beside others it may be a target of no meaning
    if alone and "crossentropy" in output.loss and len(rows) >= LEAST_ROWS and len(set(rows)) == 1:
        yield finding(
            "constant",
            LOSES,
            f"all {len(rows):,} rows of {of} are the same",
            "the model learns to say it always, whatever it is shown",
            asked=f"{of} has different classes",
            line=line,
            hint="Which items are read, and what becomes of their labels?",
        )
    none, one, more = record.label_sums.get(target.path, (0, 0, 0))
    single = output.activation == "softmax" or "categorical" in output.loss
    if single and output.loss != "sparse_categorical_crossentropy" and one and (none or more):
        rows, few = none + one + more, max(none, more)
        which = "no class" if none > more else "several classes"
        said = f"{few:,} of {rows:,} rows of {of} have a 1 for {which}"
        yield finding(
            "labels_not_one",
            LOSES,
            said,
            "what has no class counts for nothing"
            if none > more
            else "shares that add up to 1 can never be all of them",
            line=line,
        )
    if "sparse_categorical" in output.loss:
        if len(target.shape) == len(output.shape) and wide and target.shape[-1] == units:
            yield finding("one_hot_with_sparse", STOPS, f"{of} of seq[0] has shape {target.shape}", line=line)
        elif high >= units or low < 0:
            yield finding(
                "labels_out_of_range",
                STOPS,
                f"labels from {low:g} to {high:g} in {of}",
                asked=f"labels from 0 to {units - 1}: the model has {units} outputs",
                line=line,
            )
    elif output.loss in ("categorical_crossentropy", "CategoricalCrossentropy"):
        if wide and target.shape[-1] != units:
            yield finding(
                "target_shape",
                STOPS,
                f"{of} of seq[0] has shape {target.shape}",
                asked=f"{of} has {units} columns, one for each class",
                line=line,
                hint="Are they made for all classes, as to_categorical(labels, num_classes) makes them?",
            )
        elif not wide:
            yield finding(
                "sparse_with_one_hot",
                STOPS,
                f"{of} of seq[0] has shape {target.shape}",
                asked=f"{of} has {units} columns",
                line=line,
            )
    elif "binary_crossentropy" in output.loss and (high > 1 or low < 0):
        yield finding(
            "labels_out_of_range",
            LOSES,
            f"labels from {low:g} to {high:g} in {of}",
            "the loss becomes negative, and training goes the wrong way",
            asked="labels from 0 to 1",
            line=line,
            hint=None if target.path == "y" else "Are the targets in the order of the model's outputs?",
        )
    else:
        yield from _target_shape(output, of, target, line)
        least, most = REACH.get(output.activation, (-np.inf, np.inf))
        if any(name in output.loss for name in ELEMENTWISE) and (
            high > most + BEYOND or low < least - BEYOND
        ):
            yield finding(
                "targets_out_of_reach",
                LOSES,
                f"{of} lies between {low:g} and {high:g}",
                asked=f"{of} lies between {least:g} and {most:g}, as what {output.activation} gives",
                line=line,
            )


def _target_shape(output, of, target, line):
    """Rows of targets that are no rows of the output: Keras stops at them, or compares each with all."""
    if not any(name in output.loss for name in ELEMENTWISE):
        return
    rows, wanted = target.shape[1:], output.shape[1:]
    if len(rows) + 1 == len(wanted):
        rows = (*rows, 1)  # as Keras gives them a last axis
    if len(rows) != len(wanted) or all(want in (None, got) for want, got in zip(wanted, rows)):
        return
    goes_round = all(want in (None, got) or 1 in (want, got) for want, got in zip(wanted, rows))
    yield finding(
        "targets_broadcast" if goes_round else "target_shape",
        LOSES if goes_round else STOPS,
        f"{of} of seq[0] has shape {target.shape}",
        asked=f"{of} has rows of {output.shape[1:]}",
        line=line,
        hint="Compare batch[1].shape with model.output_shape."
        if goes_round and len(target.shape) > 1
        else None,
    )


def _activation(output, where):
    if "crossentropy" not in output.loss or output.activation is None:
        return
    if output.activation == "softmax" and output.shape and output.shape[-1] == 1:
        yield finding("softmax_of_one", LOSES, "softmax over one output")
    elif output.from_logits and output.activation in ("softmax", "sigmoid"):
        yield finding("logits", LOSES, f"from_logits=True, and {where} has {output.activation}")
    elif not output.from_logits and output.activation == "linear":
        yield finding("logits", LOSES, f"from_logits=False, and {where} has no activation")


def with_model(verdict, record, model, copies):
    """Add to a `Verdict` what shows with the model, and how long batch and step take."""
    told = {one.name for one in verdict.findings}
    if "not_taken_by_fit" in told:
        return
    told = told.union(*(SEEN_WITHOUT.get(name, ()) for name in told))
    facts = facts_of(model)
    said = [*judge_model(facts, record), *exchanged(facts, record, verdict.reads)]
    said = [in_words_of_a_stream(record, one) for one in said]
    verdict.questions += [one for one in said if isinstance(one, str)]
    more = [one for one in said if not isinstance(one, str)]
    alone = [one for one in more if one.name == "no_row_axis"]
    if alone:  # all else was counted by what are no rows
        told |= SEEN_WITHOUT["no_row_axis"]
        verdict.findings = [one for one in verdict.findings if one.name not in ECHOES["no_row_axis"]]
        verdict.questions = []
    more = [one for one in more if one.name not in told]
    verdict.findings = sorted([*verdict.findings, *more], key=lambda one: ORDER[one.name])
    words = [one for one in verdict.questions if "tells the very words of" in one]
    if words and _keeps_steps(model):
        verdict.questions = [one for one in verdict.questions if one not in words]
        said = words[0].removeprefix("Is it meant that ").rstrip("?")
        copied = finding(
            "target_in_inputs",
            LOSES,
            said,
            "each layer of the model sees the word that it is asked for, and learns to copy it",
            asked="the targets are the words after those of the inputs",
            line=record.lines.get("__getitem__", ""),
            hint=SPOILED["copies"]["hint"],
        )
        verdict.findings = sorted([*verdict.findings, copied], key=lambda one: ORDER[one.name])
    if any(one.name == "constant" for one in more):
        verdict.questions = [said for said in verdict.questions if "every value of y" not in said]
    if not getattr(model, "compiled", True):
        verdict.unseen.append("whether the targets suit the loss: the model is not compiled")
    if not verdict.findings and record.kind == "PyDataset" and record.length:
        verdict.findings += _narrowed(record, model, copies)
    if not verdict.findings and record.kind == "PyDataset" and record.length and model.loss:
        for said in _train(record, model, copies):
            (verdict.notes if isinstance(said, str) else verdict.findings).append(said)


def _keeps_steps(model):
    """Whether what a model gives for a step may be made of that step of its input: no layer puts steps together."""
    if len(getattr(model, "inputs", None) or ()) != 1 or len(model.outputs) != 1:
        return False
    steps = model.inputs[0].shape[1] if len(model.inputs[0].shape) > 1 else None
    shapes = [layer.output.shape for layer in model.layers if hasattr(layer.output, "shape")]
    return all(len(shape) > 1 and shape[1] == steps for shape in shapes)


def _narrowed(record, model, copies):
    """Yield a finding about inputs that the first layers of a model make nearly one and the same."""
    kept = []
    Asker(copies.fresh()).ask(0, kept)
    served, problem = value_of(lambda: _before_weights(model, kept[0]), "the first layers of the model", 30)
    if problem is not None or served is None:
        return
    x, inside = served
    low, high = float(inside.min()), float(inside.max())
    narrow = (
        0 < high - low < NARROW * max(abs(low), abs(high)) and x.max() - x.min() > 2 * NARROW * abs(x).max()
    )
    nothing = max(abs(low), abs(high)) < NARROW * abs(x).max() and abs(x).max() <= 1
    if narrow or nothing:
        yield finding(
            "scaled_twice",
            LOSES,
            f"x lies between {x.min():.3g} and {x.max():.3g}, and behind the first layers of the model between "
            f"{low:.4g} and {high:.4g}",
            "inputs are nearly all the same to the layers that learn",
            asked="inputs are scaled in the class, or in the model",
            line=record.lines.get("__getitem__", ""),
            hint="Leave out one of the two.",
        )


def _before_weights(model, batch):
    """What the first layer with weights is given for a batch: `(inputs, that)`, of a model with one input; or None."""
    import keras

    x = np.asarray(batch[0] if isinstance(batch, tuple) else batch)
    first = next((layer for layer in model.layers if layer.weights), None)
    if len(model.inputs) != 1 or x.dtype.kind not in "fiu" or x.ndim < 3 or first is None:
        return None
    return x, np.asarray(keras.Model(model.inputs, first.input)(x))


def _train(record, model, copies):
    """Train a copy of the model for some steps: yield a finding where it stops, else notes on how long it takes."""
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
        if problem is not None and not problem.may_be_slow and len(parts) <= 3:
            yield finding("fit_raises", STOPS, problem.said, line=record.lines.get("__getitem__", ""))
        if problem is not None:
            return
        steps.append(time.perf_counter() - started)
    read, step = float(np.median(times)), float(np.median(steps[1:]))
    yield from speed_notes(read, step, record)


def _copy_of(keras, model):
    # Keras would compile it as the model was, which it cannot where the loss is a function of the user's
    with Patch(keras.Model, {"compile_from_config": lambda self, config: None}):
        spare = keras.models.clone_model(model)
    spare.compile(loss=model.loss, optimizer="sgd", run_eagerly=model.run_eagerly)
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
