"""What the graded cells of the lessons call: from a class to points.

Each check tries its rules on generated samples and gives a point for each rule
that holds. A class is tried on every n up to a dozen with every batch size, so
the first failure is the smallest, and on the sizes that the cell names.
"""

import ast
import functools
import inspect
import time
from dataclasses import replace

import numpy as np

from autograder.mistakes import refusals as failing
from autograder.sequence.samples import Identity, Meeting, ShardError, numbered
from autograder.mistakes.findings import (
    Finding,
    batch_findings,
    contract,
    epoch_findings,
    length_findings,
    telling,
)
from autograder.sequence.observe import (
    CALL_SECONDS,
    Batch,
    Record,
    ask,
    ask_all,
    caught,
    changes,
    is_elsewhere,
    may_fit,
    never_ended,
    observe,
    read_length,
    run_limited,
    same_luck,
    serve,
    stuck,
    together,
    watch_fit,
)
from autograder.lesson.report import Report

__all__ = [
    "check_batches",
    "check_contract",
    "check_dropped",
    "check_epochs",
    "check_length",
    "check_lengths_differ",
    "check_not_numeric",
    "check_past_the_end",
    "check_reading_fails",
]

LARGE = (1300, 100)
"""More samples than a byte counts, and than the thousand that people write by hand."""
SMALL = [*((n, b) for n in range(1, 13) for b in range(1, 14)), LARGE]
LONG = [(257, 256), (1025, 1024), (10_001, 10_000)]
"""A last batch that is a small part of the others, which a rounding can lose."""
FEW = [*((n, b) for n in (1, 3, 10, 12) for b in (1, 3, 4, 13)), LARGE]
SLOW_SECONDS = 0.02
"""A class that takes longer for a batch is tried on few small cases, not on all."""
DEFAULT_BATCH_SIZE = 32
MOST_FITS = 3
"""So many of the named sizes go through `fit`, where lengths and batches are checked on all."""

RULES = {
    "length": {
        "divides": "len is right where the batch size divides n",
        "remainder": "len is right where a remainder is left",
        "small": "len is right where n is less than one batch",
    },
    "batches": {
        "form": "a batch is a tuple of two arrays, their dtypes unchanged",
        "samples": "a batch holds its own samples, in order, unchanged",
        "labels": "each sample comes with its own label",
    },
    "epochs": {
        "again": "the same index gives the same batch again",
        "fit": "it is a Sequence, and fit runs it to the end",
        "once": "every epoch serves every sample exactly once",
        "unchanged": "data and labels are left as they were",
    },
    "past the end": {
        "past": "an index past the end raises IndexError that names it",
        "negative": "a negative index counts from the end, or raises IndexError that names it",
    },
    "unequal lengths": {
        "fewer": "fewer labels than samples raise ValueError",
        "more": "more labels than samples raise ValueError",
    },
    "reading fails": {
        "leaves": "the exception leaves __getitem__, nothing comes in its place",
        "named": "it names the index of the batch",
        "stops": "fit stops, and the words can be read",
    },
    "not numeric": {
        "type": "a batch that is not numeric raises TypeError",
        "named": "it names the index of the batch",
    },
    "contract": {
        "length": "contract 1, the length",
        "batches": "contract 2, what is in a batch",
        "epochs": "contracts 3 to 6, every epoch",
    },
    "dropped": {
        "remainder": "right where samples are left over",
        "edges": "right where none is left over, and where n is less than one batch",
    },
}


class CannotBeMade(Exception):
    """The class under test could not make an object; `finding` says why."""

    def __init__(self, finding):
        super().__init__(finding.name)
        self.finding = finding


def _maker(generator_class):
    """Return `make(samples, batch_size)`; a batch_size of None leaves the default in force.

    What the class itself raises passes through.
    """

    def make(samples, batch_size):
        options = {} if batch_size is None else {"batch_size": batch_size}
        call = lambda: generator_class(samples.data, samples.labels, **options)  # noqa: E731
        return run_limited(call, CALL_SECONDS, "DataGenerator(data, labels)", of=generator_class)

    make.of = generator_class
    return make


def _try_making(make, samples, batch_size):
    try:
        return make(samples, batch_size)
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        raise CannotBeMade(_cannot_be_made(caught(error), len(samples.data), batch_size)) from None


def _cannot_be_made(problem, n, batch_size):
    option = "" if batch_size is None else f", batch_size={batch_size}"
    asked = f"an object from DataGenerator(data, labels{option}), with {n} samples."
    if problem.kind == "NotImplementedError":
        return Finding(
            "not_started", asked, "__init__ still raises NotImplementedError.",
            "this part of the exercise is not written yet.",
            "the exercise. Replace the line raise NotImplementedError() with your own.",
        )
    if problem.kind == "StillRunning":
        return Finding(
            "never_ends", asked, f"no answer: {problem.message}.",
            "nothing can be served. Is there a loop that never ends?", contract(6),
        )
    return Finding(
        "cannot_be_made", asked,
        f"{problem}" + (f" (at {problem.place})" if problem.place else ""),
        "no object is made, so nothing can be served.",
        contract(6, "The arguments are data, labels and batch_size=32."),
    )


# The class itself ----------------------------------------------------------------------------


def _class_finding(thing):
    """Why there is no class to try, as a `Finding`; None where there is one."""
    if isinstance(thing, type) or inspect.isroutine(thing):
        return None
    asked = "class DataGenerator(tf.keras.utils.Sequence) in the exercise cell."
    if thing is not None and not callable(thing):
        return Finding(
            "not_a_class", asked, f"an object of type {type(thing).__name__}.",
            "no new object can be made from it for other data.", contract(6),
        )
    if thing is not None:
        return None
    broken = _syntax_error()
    if broken is not None:
        return Finding(
            "syntax_error", asked, f"a cell that Python cannot read: {broken}.",
            "no line of that cell ran, so there is no class.",
            "the marked line, and the one before it: brackets, colons, indents.",
        )
    if _stub_alone():
        return Finding(
            "not_started", asked, "a cell that still raises NotImplementedError.",
            "the exercise is not written yet.", contract(6),
        )
    other = _other_class()
    received = f"a class named {other}." if other else "no class of that name."
    return Finding(
        "class_missing", asked, received,
        "what is not defined under that name cannot be tried.",
        contract(6, "Did the exercise cell run without an error?"),
    )


def _namespace():
    try:
        from IPython import get_ipython

        shell = get_ipython()
        return {} if shell is None else shell.user_ns
    except ImportError:
        return {}


def _stub_alone():
    """Whether the exercise cell was run with nothing in it but the line to replace."""
    return any(
        source.strip() and all(
            line.strip() in ("", "# YOUR CODE HERE", "raise NotImplementedError()")
            for line in source.split("\n")
        )
        for source in _namespace().get("In", [])
    )


def _syntax_error():
    for source in reversed(_namespace().get("In", [])):
        if "class" not in source or "check_" in source:
            continue
        try:
            ast.parse(source)
        except SyntaxError as error:
            line = (error.text or "").strip()
            return f"{error.msg} at line {error.lineno}: {line}"
    return None


def _other_class():
    import keras

    for name, thing in reversed(list(_namespace().items())):
        if isinstance(thing, type) and issubclass(thing, keras.utils.PyDataset):
            if thing.__module__ == "__main__" and not name.startswith("_"):
                return name
    return None


def is_sequence(thing):
    """Whether a class is a subclass of `tf.keras.utils.Sequence`, which is Keras' PyDataset."""
    import keras

    return isinstance(thing, type) and issubclass(thing, keras.utils.PyDataset)


def _not_a_class():
    return Finding(
        "not_a_class", "class DataGenerator(tf.keras.utils.Sequence).",
        "a function of that name.",
        "fit cannot ask it how many batches there are; what it returns is tried instead.",
        contract(6),
    )


def _first(topic, generator_class, found, order):
    """The finding to show: that of the class itself, else the first rule's that failed."""
    is_function = callable(generator_class) and not isinstance(generator_class, type)
    if found and is_function and topic != "dropped":
        return _not_a_class()
    return next((found[rule] for rule in order if rule in found), None)


def _report(topic, generator_class, judge):
    """Run a check and turn what it found into a `Report`, whatever the class does."""
    rules = RULES[topic]
    finding = None if topic == "dropped" else _class_finding(generator_class)
    if finding is None:
        try:
            with same_luck(generator_class):
                found = judge()
        except CannotBeMade as error:
            found = dict.fromkeys(rules, error.finding)
        finding = _first(topic, generator_class, found, rules)
        failed = tuple(rule for rule in rules if rule in found)
    else:
        failed = tuple(rules)
    return Report(topic, rules, failed, finding)


# Rules 1 to 6 --------------------------------------------------------------------------------

KINDS = [
    ((2,), "float32", "int64"), ((4, 4, 3), "float32", "float32"), ((3,), "float64", "int32"),
    ((4, 4), "uint8", "int64"),
]
"""Shapes and dtypes of samples, and dtypes of labels: a loss may want any of them."""


def _samples(n, k):
    shape, dtype, label_dtype = KINDS[k % len(KINDS)]
    return numbered(n, shape, dtype if n <= 200 else "float32", label_dtype)


def _record(samples, batch_size):
    return Record(len(samples.data), batch_size, own_labels=tuple(samples.labels.tolist()))


def _cases(make, sizes):
    """All cases to try: small ones with their two features, then the named sizes."""
    started = time.perf_counter()
    samples = numbered(3)
    gen = _try_making(make, samples, 2)
    ask(gen, 0, Identity(samples.data))
    slow = time.perf_counter() - started > SLOW_SECONDS
    named = [(n, b, _samples(n, k)) for k, (n, b) in enumerate(sizes)]
    return [(n, b, numbered(n)) for n, b in (FEW if slow else SMALL)] + named


def _not_started(problem):
    return problem is not None and problem.kind == "NotImplementedError"


def _made(make, cases, found, rule_of, asks=""):
    """Make an object for every case; where that fails, note it under the rule of the case.

    asks: what each object will be asked for right away, and nothing else: "len", or "batches" for
    `len` and then all batches. Another process can then do it in one go, in the same order.
    """
    cases = sorted(cases, key=lambda c: telling(_record(c[2], c[1])))
    if asks and isinstance(make.of, type) and is_elsewhere(make.of):
        trials = [((samples.data, samples.labels), {"batch_size": b}) for _, b, samples in cases]
        make.of.rehearse(trials, [-(-n // b) if asks == "batches" else 0 for n, b, _ in cases])
    for n, batch_size, samples in cases:
        try:
            yield samples, batch_size, _try_making(make, samples, batch_size)
        except CannotBeMade as error:
            found.setdefault(rule_of(n, batch_size), error.finding)
            if error.finding.name in ("never_ends", "not_started"):
                raise


def _length_found(generator_class, sizes):
    make, found, records = _maker(generator_class), {}, []
    cases = [(n, b, numbered(n)) for n, b in [*SMALL, *LONG, *sizes]]

    def rule_of(n, b):
        return "small" if n < b else "remainder" if n % b else "divides"

    for samples, batch_size, gen in _made(make, cases, found, rule_of, asks="len"):
        record = _record(samples, batch_size)
        record.length, record.length_received, record.length_problem = read_length(gen)
        records.append(record)
        if stuck(record) or _not_started(record.length_problem):
            break
    if not records:
        return dict.fromkeys(RULES["length"], next(iter(found.values())))
    wrong = {**length_findings(records), **found}
    if stuck(records[-1]) or _not_started(records[-1].length_problem):
        return dict.fromkeys(RULES["length"], next(iter(wrong.values())))
    if not wrong:
        wrong = _default_or_changing(make)
    return {rule: _with_batches(make, finding) for rule, finding in wrong.items()}


def _default_or_changing(make):
    """What lengths alone do not show: the default batch size, and a length that changes."""
    n = 70
    gen = _try_making(make, numbered(n), None)
    record = _record(numbered(n), DEFAULT_BATCH_SIZE)
    record.length, record.length_received, record.length_problem = read_length(gen)
    if record.length != record.asked_length:
        return {"remainder": length_findings([record])["remainder"]}
    samples = numbered(10)
    wide = samples._replace(labels=np.stack([samples.labels] * 2, axis=1))
    record = _record(samples, 4)
    record.length, record.length_received, _ = read_length(_try_making(make, wide, 4))
    if record.length != 3:
        return {
            "remainder": replace(
                length_findings([record])["remainder"],
                name="wrong_length",
                reread=contract(1, "Here every label is two numbers. What counts the samples?"),
            )
        }
    gen = _try_making(make, samples, 4)
    lengths = [read_length(gen)[0]]
    if never_ended(ask(gen, 0, Identity(samples.data)).problem):
        return {}  # that is for the batches to show
    lengths.append(read_length(gen)[0])
    try:
        gen.on_epoch_end()
    except Exception:
        return {}  # that is for `fit` to show
    lengths.append(read_length(gen)[0])
    if lengths == [3, 3, 3]:
        return {}
    return {
        "remainder": Finding(
            "len_changes", "len(gen) == 3 at any time, for 10 samples in batches of 4.",
            f"{lengths[0]}, then {lengths[1]} after a batch was asked for, then {lengths[2]} after "
            "on_epoch_end.",
            "epochs differ in length, and fit relies on the first answer.", contract(1),
        )
    }


def _with_batches(make, finding):
    """Complete the record of a length finding, so that the figure can be drawn."""
    record = finding.record
    if record is None or record.batches or record.length is None:
        return finding
    samples = numbered(record.n)
    identity = Identity(samples.data)
    count = min(record.length, record.asked_length + 3)
    try:
        gen = make(samples, record.batch_size)
    except Exception:
        return finding
    record.batches = [ask(gen, i, identity) for i in range(count)]
    return finding


def check_length(generator_class, sizes=((10, 4), (12, 4), (3, 8))):
    """Check contract 1 on small inputs and on sizes, pairs (n, batch size). 3 points."""
    return _report("length", generator_class, lambda: _length_found(generator_class, sizes))


def _batches_found(generator_class, sizes):
    make, found, records = _maker(generator_class), {}, []
    shapes, dtypes = {}, {}
    for samples, batch_size, gen in _made(
        make, _cases(make, sizes), found, lambda n, b: "samples", asks="batches"
    ):
        record = _record(samples, batch_size)
        record.length, _, record.length_problem = read_length(gen)
        if _not_started(record.length_problem):
            return dict.fromkeys(RULES["batches"], length_findings([record]).popitem()[1])
        indices = range(min(record.length or record.asked_length, record.asked_length))
        record.batches = ask_all(gen, indices, Identity(samples.data.copy()))
        shapes[id(record)] = samples.data.shape[1:]
        dtypes[id(record)] = (str(samples.data.dtype), str(samples.labels.dtype))
        records.append(record)
        if stuck(record):
            break
    if not records:
        return dict.fromkeys(RULES["batches"], next(iter(found.values())))
    wrong = batch_findings(
        records, lambda r: shapes[id(r)], lambda r: dtypes[id(r)], _shuffles_itself(generator_class)
    )
    if "samples" in wrong:
        wrong["samples"] = _cause(make, wrong["samples"])
    if not any(b.size for r in records for b in r.batches):
        wrong = {rule: next(iter(wrong.values())) for rule in RULES["batches"]}
    if not wrong:
        wrong = _equal_rows_found(make) or _odd_values_found(make)
    return {**found, **wrong}


def _equal_rows_found(make):
    """Serve samples that are all equal: a class that tells them by their values cannot."""
    samples = numbered(10)._replace(data=np.zeros((10, 2), "float32"))
    gen = _try_making(make, samples, 4)
    batches = ask_all(gen, range(3), Identity(samples.data))
    served = [label for batch in batches for label in batch.labels or ()]
    if sorted(served) == sorted(samples.labels.tolist()):
        return {}
    missing = len(set(samples.labels.tolist()) - set(served))
    return {
        "labels": Finding(
            "tells_by_value", "10 samples with 10 labels, for equal samples in batches of 4.",
            f"{len(served)} samples, and {missing} of the labels never.",
            "two samples may have the same values: their numbers tell them apart, not their values.",
            contract(2),
        )
    }


def _odd_values_found(make):
    """Serve values that someone may want to mend, and small labels: they must come as they are."""
    samples = numbered(10)
    data, labels = -samples.data, np.arange(-1, 9)
    data[2], data[5], data[8] = np.nan, -np.inf, np.inf
    samples = samples._replace(data=data, labels=labels)
    batches = ask_all(_try_making(make, samples, 4), range(3), Identity(data))
    came = [pair for batch in batches for pair in zip(batch.samples or (), batch.labels or ())]
    if sorted(came, key=str) == sorted(enumerate(labels.tolist()), key=str):
        return {}
    problem = next((batch.problem for batch in batches if batch.problem), None)
    changed = sorted(sample for sample, _ in came) != list(range(10))
    rule = "samples" if changed else "labels"
    return {
        rule: Finding(
            "values_changed" if changed else "labels_changed",
            "10 samples and labels unchanged: negative numbers, NaN and infinity among the samples, "
            "labels from -1 to 8.",
            f"{problem}." if problem else f"{rule} that are not those that were given.",
            "who trains with it trains on other data than was given.",
            contract(2, "What does __getitem__ do with such values?"),
        )
    }


def _shuffles_itself(generator_class):
    """Whether making an object calls its `on_epoch_end`, after which any order is right."""
    if is_elsewhere(generator_class):
        try:
            return bool(generator_class.shuffles_when_made(numbered(10), 4))
        except Exception:
            return False
    calls = []

    def on_epoch_end(self):
        calls.append(1)
        return generator_class.on_epoch_end(self)

    try:
        watched = type(generator_class)(
            generator_class.__name__, (generator_class,), {"on_epoch_end": on_epoch_end}
        )
        _maker(watched)(numbered(10), 4)
    except Exception:
        return False
    return bool(calls)


def _cause(make, finding):
    """Look once more at wrong samples: do they change from call to call, or the data under them?"""
    record = finding.record
    if record is None or finding.name not in UNSURE:
        return finding
    samples = numbered(record.n)
    before = samples.data.copy(), samples.labels.copy()
    try:
        gen = make(samples, record.batch_size)
    except Exception:
        return finding
    ask_all(gen, range(len(record.batches)), Identity(before[0]))
    if changes(before, samples, gen):
        return replace(finding, name="input_changed")
    samples = numbered(24)
    identity = Identity(samples.data)
    try:
        gen = make(samples, 12)  # of so many rows no two shuffles are alike
    except Exception:
        return finding
    for index in (0, 1):
        if len({ask(gen, index, identity).samples for _ in range(3)}) > 1:
            return replace(finding, name="random_each_time")
    return finding


UNSURE = {"wrong_samples", "rows_shuffled", "repeats_samples", "values_changed"}
"""Names of what was seen, behind which there may be another cause."""


def check_batches(generator_class, sizes=((10, 4), (12, 4), (3, 8))):
    """Check contract 2 on small inputs and on sizes, pairs (n, batch size). 3 points."""
    return _report("batches", generator_class, lambda: _batches_found(generator_class, sizes))


def _epochs_found(generator_class, sizes):
    make, found, records = _maker(generator_class), {}, []
    cases = [(n, b, _samples(n, k)) for k, (n, b) in enumerate(sizes)]
    for samples, batch_size, gen in _made(make, cases, found, lambda n, b: "once"):
        fresh = samples._replace(data=samples.data.copy(), labels=samples.labels.copy())
        record = observe(gen, *samples, batch_size=batch_size, fit=False)
        if _not_started(record.length_problem):
            return dict.fromkeys(RULES["epochs"], length_findings([record]).popitem()[1])
        if not stuck(record):
            later = _after_an_epoch(gen, record, Identity(fresh.data))
            record.later = later if record.length == len(later) else []
            if may_fit(record):
                gen = _try_making(make, fresh, batch_size)
                before = fresh.data.copy(), fresh.labels.copy()
                with same_luck(gen):
                    watch_fit(gen, record, before[0])
                record.changed = tuple(sorted({*record.changed, *changes(before, fresh, gen)}))
        records.append(record)
        if stuck(record):
            break
    if not records:
        return dict.fromkeys(RULES["epochs"], next(iter(found.values())))
    wrong = {**epoch_findings(records, is_sequence(generator_class)), **found}
    if "again" not in wrong and (finding := _shared_finding(make)) is not None:
        wrong["again"] = finding
    return wrong or _mixed_up(make)


def _shared_finding(make):
    """Make a second object: the first must go on to serve its own data."""
    one, other = numbered(10), numbered(7, (3,))
    identity = Identity(one.data)
    first = _try_making(make, one, 4)
    before = [ask(first, 1, identity) for _ in range(3)]
    second = _try_making(make, other, 3)
    ask(second, 1, Identity(other.data))
    after = [ask(first, 1, identity) for _ in range(3)]
    came = [{(batch.samples, batch.labels) for batch in batches} for batches in (before, after)]
    if any(len(batches) > 1 for batches in came):
        return Finding(
            "random_each_time", "gen[1] to be the same whenever it is asked for, three times here.",
            f"{max(map(len, came))} different batches.",
            "some samples come twice in an epoch and others never, as chance will have it.",
            contract(4, "What in __getitem__ is random?"),
        )
    if came[0] == came[1]:
        return None
    received = str(after[0].problem) if after[0].problem else after[0].received
    return Finding(
        "shared_between_objects",
        "gen[1] to be the same after another object was made from other data.",
        f"{received}, which is not what came before.",
        "training and validation data cannot be served side by side.",
        contract(4, "What belongs to the class, or to the module, and should belong to self?"),
    )


def _mixed_up(make):
    """Ask for two batches at once, of slow arrays: does each call get its own?"""
    samples = numbered(10)
    identity = Identity(samples.data)
    gen = _try_making(make, type(samples)(*map(Meeting, samples)), 4)
    alone = ask_all(gen, [0, 1], identity)
    for own, call in zip(alone, together(gen, [0, 1])):
        try:
            batch = serve(own.index, call(), identity)
        except Exception as error:
            batch = Batch(own.index, "problem", problem=caught(error))
        if (batch.samples, batch.labels) != (own.samples, own.labels):
            return {
                "again": Finding(
                    "state_in_getitem",
                    "gen[0] and gen[1] to be the same when two threads ask at once, for 10 samples "
                    "in batches of 4.",
                    f"for gen[{own.index}] {batch.problem or batch.received}, with samples "
                    f"{list(batch.samples or ())} and labels {list(batch.labels or ())}.",
                    "fit with workers asks from several threads, and batches get mixed up.",
                    contract(4, "What does __getitem__ keep on self from one line to the next?"),
                )
            }
    return {}


def _after_an_epoch(gen, record, identity):
    """Ask once more, right after the epoch ended: `[]` where the class raises there."""
    ask(gen, 0, identity)
    try:
        run_limited(gen.on_epoch_end, CALL_SECONDS, "on_epoch_end()", of=gen)
    except Exception:
        return []  # that is for `fit` to show
    return ask_all(gen, range(len(record.batches)), identity)


def check_epochs(generator_class, sizes=((10, 4), (12, 4), (3, 8))):
    """Check contracts 3 to 6 by `fit` on sizes, pairs (n, batch size). 4 points."""
    return _report("epochs", generator_class, lambda: _epochs_found(generator_class, sizes))


def check_contract(generator_class, sizes=((10, 4), (12, 4), (3, 8))):
    """Check contracts 1 to 6 in one: a point each for lengths, batches, epochs. 3 points."""

    def judge():
        found = {}
        for topic, judged, named in (
            ("length", _length_found, sizes),
            ("batches", _batches_found, sizes),
            ("epochs", _epochs_found, sizes[:MOST_FITS]),
        ):
            try:
                wrong = judged(generator_class, named)
            except CannotBeMade as error:
                wrong = {topic: error.finding}
            if wrong:
                order = [*RULES[topic], topic]
                found[topic] = next(wrong[rule] for rule in order if rule in wrong)
        return found

    return _report("contract", generator_class, judge)


# Rules 7 to 10 -------------------------------------------------------------------------------


def _making_fails(make, judge):
    """Judge, where the class makes an object from good arrays at all."""
    _try_making(make, numbered(10), 4)
    return judge()


def check_past_the_end(generator_class, sizes=((10, 4), (12, 4))):
    """Check contract 7 on sizes, pairs (n, batch size). 2 points."""
    make = _maker(generator_class)
    return _report(
        "past the end",
        generator_class,
        lambda: _making_fails(make, lambda: failing.past_the_end(make, sizes)),
    )


def check_lengths_differ(generator_class, sizes=((10, 9), (9, 10))):
    """Check contract 8 on sizes, pairs (number of samples, number of labels). 2 points."""
    make = _maker(generator_class)
    return _report(
        "unequal lengths",
        generator_class,
        lambda: _making_fails(make, lambda: failing.lengths_differ(make, sizes)),
    )


READ_ERRORS = (
    OSError("the file is cut off"),
    ValueError("cannot reshape what was read"),
    EOFError("no bytes left"),
    KeyError("no such shard"),
    UnicodeDecodeError("utf-8", b"\xff", 97, 98, "invalid start byte"),
    RuntimeError("the reader is closed"),
    ShardError("the shard is damaged"),
    FileNotFoundError(2, "No such file or directory"),
    IndexError("no such row"),
    TimeoutError("the disk does not answer"),
    MemoryError("no room for the shard"),
)
"""What real readers raise: NumPy gives ValueError or EOFError for a truncated .npy file. Some take
more than one argument, so that an exception of the same type is not made from a message alone."""


def check_reading_fails(generator_class, sizes=((20, 3, 4), (23, 3, 5))):
    """Check contract 9 on sizes, triples (n, batch size, index that cannot be read). 3 points."""
    make = _maker(generator_class)
    return _report(
        "reading fails",
        generator_class,
        lambda: _making_fails(make, lambda: failing.reading_fails(make, sizes, READ_ERRORS)),
    )


def check_not_numeric(generator_class, sizes=((20, 3, 4), (23, 3, 5))):
    """Check contract 10 on sizes, triples (n, batch size, index with text in it). 2 points."""
    make = _maker(generator_class)
    return _report(
        "not numeric",
        generator_class,
        lambda: _making_fails(make, lambda: failing.not_numeric(make, sizes)),
    )


# Lesson 2's second question ------------------------------------------------------------------


def check_dropped(dropped, cases=((10, 4), (12, 4), (3, 8))):
    """Check `dropped(n, batch_size)`: how many samples a floor never serves. 2 points."""

    def judge():
        found = {}
        calls = sorted({*SMALL, *cases}, key=lambda c: (not c[0] > c[1] >= 2, *c))
        for (n, b), call in _called(dropped, calls):
            rule = "remainder" if n % b and n > b else "edges"
            finding = _wrong_count(call, n, b)
            if finding is not None and finding.name in ("never_ends", "not_started"):
                return dict.fromkeys(RULES["dropped"], finding)
            if finding is not None:
                found.setdefault(rule, finding)
        return found

    return _report("dropped", dropped, judge)


def _called(function, calls):
    """Call a function with each tuple of arguments: yields `(arguments, a call to be made)`."""
    if is_elsewhere(function):
        yield from function.several(calls)
        return
    for arguments in calls:
        once = lambda: function(*arguments)  # noqa: B023, E731 (it may be no function at all)
        yield arguments, functools.partial(run_limited, once, CALL_SECONDS, f"dropped{arguments}")


def _wrong_count(call, n, b):
    right = n - n // b * b
    asked = f"dropped({n}, {b}) == {right}."
    reread = "the cell that counted what a floor leaves over."
    try:
        received = call()
        same = np.ndim(received) == 0 and not isinstance(received, (str, bool)) and received == right
    except Exception as error:
        problem = caught(error)
        name = "never_ends" if never_ended(problem) else "dropped_wrong"
        if _not_started(problem):
            name = "not_started"
        return Finding(name, asked, f"{problem}.", "the question is not answered yet.", reread)
    if same:
        return None
    return Finding(
        "dropped_wrong", asked, f"{received!r}"[:80] + ".",
        f"a floor serves {n // b} whole batches of {b}, which are {n // b * b} of {n} samples.",
        reread,
    )
