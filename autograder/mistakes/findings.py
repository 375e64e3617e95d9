"""From what was observed to named mistakes: pure functions of a `Record`.

A mistake is recognised by what it predicts. `LENGTHS`, `SAMPLES` and `LABELS`
hold, for each mistake that has a formula, what a class that makes it would
answer for n samples in batches of b; the mistake whose prediction fits every
observation is the one that is named. What fits none is described as it is.
"""

import re
from dataclasses import dataclass

import numpy as np

from autograder.sequence.samples import NOT_A_SAMPLE
from autograder.sequence.observe import Record

__all__ = ["CONTRACT", "Finding", "batch_findings", "epoch_findings", "length_findings"]

CONTRACT = {
    1: "len(gen) is the int n / b, rounded up.",
    2: "gen[i] is a tuple of two arrays: the samples from i·b up to, but not including, (i+1)·b "
    "or n; in order, values and dtypes unchanged, each with its own label.",
    3: "in every epoch of fit every sample is served exactly once.",
    4: "the same index gives the same batch again, asked in any order.",
    5: "what the caller passed in is left as it was.",
    6: "DataGenerator is a subclass of tf.keras.utils.Sequence.",
    7: "an index outside 0 … len−1 raises an IndexError that names the index.",
    8: "data and labels of unequal lengths raise ValueError when the object is made.",
    9: "when reading fails, an exception that names the batch index leaves __getitem__; "
    "nothing is returned in its place.",
    10: "a batch that is not numeric raises a TypeError that names the batch index.",
}


@dataclass(frozen=True)
class Finding:
    """One named mistake, in the four lines that a student reads.

    record: the observation that shows it, for the figure, where there is one.
    """

    name: str
    asked: str
    received: str
    so: str
    reread: str
    record: Record | None = None

    @property
    def lines(self):
        """The four lines as (word, text) pairs."""
        return (
            ("Asked", self.asked),
            ("Received", self.received),
            ("So", self.so),
            ("Re-read", self.reread),
        )


def contract(number, hint=""):
    """The line that points to a rule of the contract, with a question to think about."""
    return f"Contract {number}: {CONTRACT[number]}" + (f" {hint}" if hint else "")


def several(numbers, noun="sample", most=6):
    """Name samples by number: "sample 9", "samples 8 and 9", "samples 992 to 999"."""
    numbers = [int(number) for number in numbers]
    if len(numbers) == 1:
        return f"{noun} {numbers[0]}"
    if len(numbers) > 2 and numbers == list(range(numbers[0], numbers[-1] + 1)):
        return f"{noun}s {numbers[0]} to {numbers[-1]}"
    if len(numbers) > most:
        return f"{noun}s {', '.join(map(str, numbers[:most]))} and {len(numbers) - most} more"
    return f"{noun}s {', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"


def plural(number, noun):
    """Count things: "1 batch", "3 batches"."""
    ending = "es" if noun.endswith("ch") else "s"
    return f"{number:,} {noun}" + ("" if number == 1 else ending)


def case(record):
    """Say which input it was: "10 samples in batches of 3"."""
    return f"{plural(record.n, 'sample')} in batches of {record.batch_size}"


def telling(record):
    """Sort key: cases that can be followed by hand first, the smallest of them foremost."""
    n, b = record.n, record.batch_size
    return (not n > b >= 2, b == 1, n, b)


# Lengths -------------------------------------------------------------------------------------

USUAL_SIZES = (2, 4, 8, 10, 16, 32, 64, 100, 128)
"""Batch sizes that people write as a number where `batch_size` should stand."""

LENGTHS = {
    "drops_tail": [
        lambda n, b: n // b,
        lambda n, b: max(1, n // b),
    ],
    "extra_batch": [lambda n, b: n // b + 1],
    "one_too_many": [lambda n, b: -(-n // b) + 1],
    "one_too_few": [
        lambda n, b: -(-n // b) - 1,
        lambda n, b: max(1, -(-n // b) - 1),
        lambda n, b: max(0, -(-n // b) - 1),
        lambda n, b: max(0, n // b - 1),
        lambda n, b: max(1, n // b - 1),
    ],
    "counts_samples": [lambda n, b: n],
    "hard_coded_batch_size": [
        formula
        for size in USUAL_SIZES
        for formula in (
            lambda n, b, size=size: -(-n // size),
            lambda n, b, size=size: n // size,
        )
    ],
    "rounds_to_nearest": [
        lambda n, b: round(n / b),
        lambda n, b: int(n / b + 0.5),
        lambda n, b: max(1, round(n / b)),
        lambda n, b: max(1, int(n / b + 0.5)),
    ],
}

LENGTH_HINTS = {
    "drops_tail": "What does // do with the samples that are left over?",
    "extra_batch": "What is n // b + 1 when b divides n?",
    "one_too_many": "How many batches does it take to serve the last sample?",
    "one_too_few": "Which batch serves the last sample?",
    "counts_samples": "Does len count samples or batches?",
    "rounds_to_nearest": "Does round() go up for every remainder?",
    "hard_coded_batch_size": "Is there a number where the batch size should stand?",
    "hard_coded_length": "Is there a number in your class that belongs to one data set?",
    "len_not_int": "Which function gives an int?",
    "len_changes": "What does len depend on, besides n and the batch size?",
}


def length_findings(records):
    """Judge the lengths: `{rule: Finding}` for the rules "divides", "remainder", "small".

    records: one a case, with `length` read. A case belongs to one rule: b divides
    n; there is a remainder; there are fewer samples than one batch holds.
    """
    wrong = sorted((r for r in records if r.length != r.asked_length), key=telling)
    name = _length_name(records)
    found = {}
    for record in wrong:
        found.setdefault(_length_rule(record), length_finding(record, name))
    return found


def _length_rule(record):
    if record.n < record.batch_size:
        return "small"
    return "remainder" if record.n % record.batch_size else "divides"


def _length_name(records):
    known = [r for r in records if r.length is not None]
    if known:
        if len(known) > 3 and len({r.length for r in known}) == 1:
            return "hard_coded_length"
        for name, formulas in LENGTHS.items():
            for formula in formulas:
                if all(r.length == formula(r.n, r.batch_size) for r in known):
                    return name
    return "wrong_length"


def length_finding(record, name="wrong_length"):
    """Describe one wrong length in four lines."""
    asked = f"len(gen) == {record.asked_length} for {case(record)}."
    if record.length_problem is not None:
        return _call_raised(record.length_problem, "__len__", asked, 1, record)
    if record.length is None:
        return Finding(
            "len_not_int",
            asked,
            f"{record.length_received}.",
            "Python accepts only an int of 0 or more as a length, so fit cannot start.",
            contract(1, LENGTH_HINTS["len_not_int"]),
            record,
        )
    return Finding(
        name,
        asked,
        f"{record.length}.",
        length_so(record),
        contract(1, LENGTH_HINTS.get(name, "")),
        record,
    )


def length_so(record):
    """Say what a wrong length does to an epoch."""
    n, b, length = record.n, record.batch_size, record.length
    if length == 0:
        return "a Sequence of length 0 serves nothing, and this is the one case that fit refuses."
    if length < record.asked_length:
        lost = range(min(length * b, n), n)
        verb = "is" if len(lost) == 1 else "are"
        return f"{several(lost)} {verb} never served, in any epoch, and fit does not complain."
    extra = length - record.asked_length
    return (
        f"fit asks for {plural(extra, 'batch')} past the last sample, in every epoch, "
        "and does not complain."
    )


def _call_raised(problem, method, asked, rule, record=None, name=None):
    """Describe an exception from a student's method: its own words and the student's line."""
    if problem.kind == "NotImplementedError":
        if problem.method:  # raised in the student's own code, not in Keras' base class
            return Finding(
                "not_started",
                asked,
                f"{method} still raises NotImplementedError.",
                "this part of the exercise is not written yet.",
                contract(rule, "Replace the line raise NotImplementedError() with your own."),
                record,
            )
        name = "getitem_missing" if method == "__getitem__" else name
    if method == "__len__" and "has no __len__" in problem.message:
        return Finding(
            "len_missing",
            asked,
            "the class has no method __len__.",
            "fit cannot know when an epoch ends.",
            contract(rule, "Are the two underscores there on both sides?"),
            record,
        )
    if name == "getitem_missing":
        return Finding(
            name,
            asked,
            "the class has no method __getitem__ of its own.",
            "fit has no batch to take.",
            contract(rule, "Are the two underscores there on both sides?"),
            record,
        )
    if problem.kind == "StillRunning":
        return Finding(
            "never_ends",
            asked,
            f"no answer: {problem.message}.",
            "fit would wait for ever. Is there a loop that never ends?",
            contract(rule),
            record,
        )
    default = {"__len__": "len_raises", "__getitem__": "getitem_raises"}
    return Finding(
        name or default.get(method, "cannot_be_made"),
        asked,
        f"{problem}" + (f" (at {problem.place})" if problem.place else ""),
        f"{method} stops with this exception, so nothing is served.",
        contract(rule),
        record,
    )


# Batches -------------------------------------------------------------------------------------


def right_samples(i, n, b):
    """The samples that the contract asks for at index i."""
    return list(range(min(i * b, n), min((i + 1) * b, n)))


def _slice(n, start, stop):
    return list(range(n))[start:stop]


def _last_repeated(i, n, b):
    right = right_samples(i, n, b)
    return right + [n - 1] * (b - len(right)) if right else right


def _first_repeated(i, n, b):
    right = right_samples(i, n, b)
    return (right * b)[:b] if right else right


SAMPLES = {
    "everything_every_time": [lambda i, n, b: list(range(n))],
    "index_ignored": [lambda i, n, b: _slice(n, 0, b)],
    "index_is_offset": [lambda i, n, b: _slice(n, i, i + b)],
    "starts_one_batch_late": [lambda i, n, b: right_samples(i + 1, n, b)],
    "starts_one_batch_early": [
        lambda i, n, b: _slice(n, (i - 1) * b, i * b),
        lambda i, n, b: [] if i == 0 else right_samples(i - 1, n, b),
    ],
    "overlaps": [
        lambda i, n, b: _slice(n, i * b, (i + 1) * b + 1),
        lambda i, n, b: _slice(n, max(0, i * b - 1), (i + 1) * b),
    ],
    "gaps": [
        lambda i, n, b: _slice(n, i * b, (i + 1) * b - 1),
        lambda i, n, b: _slice(n, i * b + 1, (i + 1) * b),
        lambda i, n, b: _slice(n, i * b + 1, (i + 1) * b + 1),
    ],
    "wrong_order": [
        lambda i, n, b: list(range(i, n, -(-n // b))),
        lambda i, n, b: right_samples(-(-n // b) - 1 - i, n, b),
        lambda i, n, b: right_samples(i, n, b) and _slice(n, n - min((i + 1) * b, n), n - i * b),
    ],
    "rows_reversed": [lambda i, n, b: right_samples(i, n, b)[::-1]],
    "wraps_around": [
        lambda i, n, b: [j % n for j in range(i * b, (i + 1) * b)],
        lambda i, n, b: right_samples(i, n, b) + _slice(n, 0, min((i + 1) * b, 2 * n) - n)
        if (i + 1) * b > n
        else right_samples(i, n, b),
    ],
    "pulled_back": [
        lambda i, n, b: right_samples(i, n, b) if (i + 1) * b <= n else _slice(n, n - b, n),
        lambda i, n, b: right_samples(i, n, b) if (i + 1) * b <= n else _slice(n, -b, None),
    ],
    "repeats_samples": [_last_repeated, _first_repeated],
    "drops_last_samples": [
        lambda i, n, b: right_samples(i, n, b) if (i + 1) * b <= n else [],
        lambda i, n, b: [j for j in right_samples(i, n, b) if j < n - 1],
        lambda i, n, b: _slice(n, i * b, min((i + 1) * b, n - 1)),
    ],
    "hard_coded_batch_size": [
        lambda i, n, b, size=size: _slice(n, i * size, (i + 1) * size)
        for size in USUAL_SIZES
    ],
}

SAMPLE_HINTS = {
    "everything_every_time": "Where does batch i begin, and where does it end?",
    "index_ignored": "Where in your __getitem__ is the index used?",
    "index_is_offset": "The index counts batches. Which sample is the first of batch i?",
    "starts_one_batch_late": "Which is the first index that fit asks for?",
    "starts_one_batch_early": "Which is the first index that fit asks for?",
    "overlaps": "Does the end of a slice belong to it?",
    "gaps": "Does the end of a slice belong to it?",
    "padded": "The last batch may be short: fit takes it as it is.",
    "wraps_around": "The last batch may be short: fit takes it as it is.",
    "pulled_back": "The last batch may be short: fit takes it as it is.",
    "repeats_samples": "The last batch may be short: fit takes it as it is.",
    "drops_last_samples": "The last batch may be short: fit takes it as it is.",
    "hard_coded_batch_size": "Is there a number where the batch size should stand?",
    "wrong_order": "Which samples belong to batch 0?",
    "rows_shuffled": "Order may change only in on_epoch_end.",
    "values_changed": "Does your __getitem__ calculate with the samples?",
}

LABELS = {
    "labels_by_position": [lambda i, n, b, s: list(range(len(s)))],
    "labels_not_sliced": [
        lambda i, n, b, s: list(range(n)),
        lambda i, n, b, s: list(range(i * b, n)),
        lambda i, n, b, s: list(range(min((i + 1) * b, n))),
    ],
    "labels_shifted": [
        lambda i, n, b, s: [j + 1 for j in s if j + 1 < n],
        lambda i, n, b, s: [(j + 1) % n for j in s],
        lambda i, n, b, s: [(j - 1) % n for j in s],
        lambda i, n, b, s: [max(j - 1, 0) for j in s],
        lambda i, n, b, s: [min(j + 1, n - 1) for j in s],
        lambda i, n, b, s: _slice(n, i * b + 1, (i + 1) * b + 1),
        lambda i, n, b, s: _slice(n, i * b - 1, (i + 1) * b - 1),
    ],
    "labels_reversed": [
        lambda i, n, b, s: s[::-1],
        lambda i, n, b, s: [n - 1 - j for j in s],
    ],
    "labels_of_other_batch": [
        lambda i, n, b, s: right_samples(i + 1, n, b),
        lambda i, n, b, s: _slice(n, (i - 1) * b, i * b),
        lambda i, n, b, s: [(j + b) % n for j in s],
        lambda i, n, b, s: [(j - b) % n for j in s],
        lambda i, n, b, s: _slice(n, i, i + b),
        lambda i, n, b, s: right_samples((i + 1) % -(-n // b), n, b),
        lambda i, n, b, s: right_samples((i - 1) % -(-n // b), n, b),
    ],
}

LABEL_HINTS = {
    "labels_by_position": "Position 0 in the batch is not sample 0.",
    "labels_not_sliced": "Are the labels cut at the same places as the data?",
    "labels_shifted": "Are the labels cut at the same places as the data?",
    "labels_of_other_batch": "Are the labels cut at the same places as the data?",
    "labels_reversed": "Do data and labels come in the same order?",
}


def batch_findings(records, sample_shape_of, dtype_of, any_order=False):
    """Judge the batches: `{rule: Finding}` for the rules "form", "samples", "labels".

    records: one a case, with the batches that were asked for directly.
    sample_shape_of, dtype_of: functions from a record to what its data had.
    any_order: whether the class shuffled by `on_epoch_end` when it was made, so that
    its samples may come in any order, each once, in batches of the right sizes.
    """
    served = [
        (record, batch)
        for record in sorted(records, key=telling)
        for batch in record.batches
        if batch.index < record.asked_length  # past the end is another rule's matter
    ]
    found = {}
    for rule, finding in (
        ("form", _form_finding(served, sample_shape_of, dtype_of)),
        ("samples", _samples_finding(served, any_order)),
        ("labels", _labels_finding(served)),
    ):
        if finding is not None:
            found[rule] = finding
    return found


def _asked_for(record, batch):
    right = right_samples(batch.index, record.n, record.batch_size)
    what = several(right) if right else "no sample"
    return f"gen[{batch.index}] with {what}, for {case(record)}."


def _form_finding(served, sample_shape_of, dtype_of):
    for record, batch in served:
        finding = _bad_form(record, batch, sample_shape_of(record), dtype_of(record), served)
        if finding is not None:
            return finding
    return None


FORMS = {
    "none": ("returns_none", "fit stops, or waits for ever where the class has two workers."),
    "none_pair": ("none_pair", "fit stops: None is not a batch."),
    "array": ("not_a_pair", "the labels are missing, and fit has nothing to learn from."),
    "triple": ("extra_item", "fit takes the third item as sample weights, without a word."),
    "list": ("list_not_tuple", "it is a list; this contract and Keras' own documents say tuple."),
    "not_arrays": ("not_arrays", "fit takes each number of a list for an input of its own."),
    "other": ("not_a_pair", "fit cannot tell the samples from the labels."),
}


def _bad_form(record, batch, sample_shape, dtypes, served):
    if batch.problem is not None:
        return _batch_raised(record, batch, served)

    def finding(name, so, hint=""):
        asked = _asked_for(record, batch)
        return Finding(name, asked, f"{batch.received}.", so, contract(2, hint), record)

    if batch.form in FORMS:
        return finding(*FORMS[batch.form])
    if _swapped(record, batch):
        return finding("swapped", "fit would train on the labels and predict the samples.")
    if batch.samples is None or batch.shape == sample_shape:
        return finding(
            "single_sample", "it is one sample. A batch has one more axis, the first.",
            "Which samples belong to batch i?",
        )
    if batch.shape[1:] != sample_shape:
        return finding("batch_shape_changed", f"every sample had the shape {sample_shape}.")
    if len(batch.label_shape) != 1:
        return finding("labels_shape_changed", "every label was one number.")
    for what, was, now in zip(("data", "labels"), dtypes, (batch.dtype, batch.label_dtype)):
        if now != was:
            return finding("dtype_changed", f"the {what} had dtype {was}, and came as {now}.")
    return None


def _swapped(record, batch):
    if batch.samples is None or not batch.samples or set(batch.samples) != {NOT_A_SAMPLE}:
        return False
    return len(batch.shape) == 1 and len(batch.label_shape) > 1


def _batch_raised(record, batch, served):
    earlier = [b for r, b in served if r is record and b.index < batch.index]
    right = right_samples(batch.index, record.n, record.batch_size)
    short = len(right) < record.batch_size
    name = "last_batch_raises" if short and all(b.problem is None for b in earlier) else None
    whole = [b for r, b in served if b.problem is None]
    if name and not whole:
        name = None
    asked = _asked_for(record, batch)
    return _call_raised(batch.problem, "__getitem__", asked, 2, record, name)


def _reordered(record):
    """Whether the batches of a record hold different samples each, as many as they should."""
    samples = [i for b in record.batches for i in b.samples or ()]
    sizes = [len(right_samples(b.index, record.n, record.batch_size)) for b in record.batches]
    return NOT_A_SAMPLE not in samples and len(set(samples)) == len(samples) == sum(sizes) and (
        sizes == record.sizes
    )


def _samples_finding(served, any_order):
    readable = [(r, b) for r, b in served if b.samples is not None]
    for record, batch in served:
        right = right_samples(batch.index, record.n, record.batch_size)
        if batch.problem is not None:
            return _batch_raised(record, batch, served)
        if batch.samples is None:
            name, so = FORMS.get(batch.form, ("single_sample", "it is not a batch of samples."))
            asked = _asked_for(record, batch)
            return Finding(name, asked, f"{batch.received}.", so, contract(2), record)
        if list(batch.samples) != right and not (any_order and _reordered(record)):
            name = _samples_name(readable, record, batch, right)
            hint = SAMPLE_HINTS.get(name, "")
            if name == "drops_last_samples" and len(right) == record.batch_size:
                hint = SAMPLE_HINTS["gaps"]  # a whole batch came out short
            return Finding(
                name,
                _asked_for(record, batch),
                _what_came(batch),
                _samples_so(name, batch, right),
                contract(2, hint),
                record,
            )
    return None


def _what_came(batch):
    unknown = batch.samples.count(NOT_A_SAMPLE)
    known = [i for i in batch.samples if i != NOT_A_SAMPLE]
    parts = []
    if known:
        parts.append(several(known))
    if unknown:
        parts.append(f"{plural(unknown, 'row')} that {'is' if unknown == 1 else 'are'} no sample")
    return (" and ".join(parts) or "an empty batch") + "."


def _samples_name(readable, record, batch, right):
    if _swapped(record, batch):
        return "swapped"
    if all(set(b.samples) <= {NOT_A_SAMPLE} for _, b in readable):
        return "values_changed"
    for name, formulas in SAMPLES.items():
        for formula in formulas:
            if all(list(b.samples) == formula(b.index, r.n, r.batch_size) for r, b in readable):
                return name
    came = list(batch.samples)
    if came[: len(right)] == right and set(came[len(right) :]) == {NOT_A_SAMPLE}:
        return "padded"
    if NOT_A_SAMPLE in came:
        return "values_changed"
    if came and came == right[: len(came)]:
        return "drops_last_samples"
    everything = [i for b in record.batches for i in b.samples or ()]
    if len(set(everything)) < len(everything):
        return "repeats_samples"
    if sorted(came) == right or sorted(everything) == list(range(record.n)):
        return "rows_shuffled"
    return "wrong_samples"


def _samples_so(name, batch, right):
    lost = sorted(set(right) - set(batch.samples))
    more = sorted(set(batch.samples) - set(right) - {NOT_A_SAMPLE})
    said = []
    if name == "swapped":
        return "the labels stand where the samples should, and the samples where the labels should."
    if NOT_A_SAMPLE in batch.samples:
        said.append("rows are served whose values are those of no sample")
    if lost:
        said.append(f"{several(lost)} {'is' if len(lost) == 1 else 'are'} missing from this batch")
    if more:
        verb = "does" if len(more) == 1 else "do"
        said.append(f"{several(more)} {verb} not belong in it")
    if not lost and not more and len(batch.samples) > len(right) and not said:
        said.append("samples are served twice")
    if not said:
        said.append("the order is not that of the data")
    return ", and ".join(said) + "."


def _labels_finding(served):
    readable = [(r, b) for r, b in served if b.samples and b.labels is not None]
    for record, batch in served:
        if batch.problem is not None and not readable:
            return _batch_raised(record, batch, served)
        if batch.problem is not None:
            continue
        if batch.labels is None or batch.samples is None:
            name, so = FORMS.get(batch.form, ("labels_shape_changed", "there is no row of labels."))
            asked = _asked_for(record, batch)
            return Finding(name, asked, f"{batch.received}.", so, contract(2), record)
        if _swapped(record, batch):
            continue
        own = own_labels(record, batch)
        if list(batch.labels) != own:
            return _wrong_labels(record, batch, own, readable)
    swapped = next(((r, b) for r, b in served if _swapped(r, b)), None)
    if swapped is not None:
        return _bad_form(*swapped, (), ("", ""), served)
    return None


def own_labels(record, batch):
    """The labels that belong to the samples of a batch, where these are known."""
    right = right_samples(batch.index, record.n, record.batch_size)
    samples = right if set(batch.samples) <= {NOT_A_SAMPLE} else batch.samples
    return [record.own_labels[i] if i != NOT_A_SAMPLE else 0 for i in samples]


def _wrong_labels(record, batch, own, readable):
    name = _labels_name(readable)
    first = next((k for k, (a, b) in enumerate(zip(own, batch.labels)) if a != b), None)
    if len(own) != len(batch.labels):
        asked = f"gen[{batch.index}] with {plural(len(own), 'label')}, for {case(record)}."
        received = f"{plural(len(batch.labels), 'label')} beside {plural(len(own), 'sample')}."
        so = "samples and labels of a batch do not pair up."
    else:
        sample = batch.samples[first]
        who = f"sample {sample}" if sample != NOT_A_SAMPLE else f"row {first}"
        asked = f"label {own[first]} beside {who} in gen[{batch.index}], for {case(record)}."
        received = f"label {batch.labels[first]}."
        so = "the model learns a wrong answer for it, and fit does not complain."
    return Finding(
        name, asked, received, so, contract(2, LABEL_HINTS.get(name, "")), record
    )


def _labels_name(readable):
    for name, formulas in LABELS.items():
        for formula in formulas:
            if all(
                list(b.labels)
                == [
                    r.own_labels[j]
                    for j in formula(b.index, r.n, r.batch_size, list(b.samples))
                    if 0 <= j < r.n
                ]
                for r, b in readable
            ):
                return name
    if all(len(b.labels) == r.n for r, b in readable):
        return "labels_not_sliced"
    strange = any(set(b.labels) - set(r.own_labels) for r, b in readable)
    return "labels_changed" if strange else "labels_misaligned"


# Epochs --------------------------------------------------------------------------------------


def epoch_findings(records, is_sequence):
    """Judge what `fit` did: `{rule: Finding}` for "fit", "once", "again", "unchanged".

    records: one a case, asked directly (twice) and run through `fit`.
    is_sequence: whether the class is a subclass of `tf.keras.utils.Sequence`.
    """
    found = {}
    for record in sorted(records, key=telling):
        for rule, judge in (
            ("fit", _fit_finding),
            ("once", _once_finding),
            ("again", _again_finding),
            ("unchanged", _changed_finding),
        ):
            finding = judge(record)
            if finding is not None:
                found.setdefault(rule, finding)
    if any(record.moved is not None for record in records):
        # whether `fit` sees the overwritten values depends on how far ahead it fetched
        found["once"] = found["again"]
    if not any(batch.samples for record in records for batch in record.batches):
        for rule in ("again", "unchanged"):  # would hold of nothing
            found.setdefault(rule, _nothing_served(records[0]))
    if not is_sequence:
        found["fit"] = not_a_sequence()
    return found


def not_a_sequence():
    """The finding for a class without the base class."""
    return Finding(
        "not_a_sequence",
        "class DataGenerator(tf.keras.utils.Sequence).",
        "a class that is no subclass of it.",
        "fit does not know that it can ask this object for batches.",
        contract(6),
    )


def _fit_finding(record):
    asked = f"fit to run for 2 epochs, on {case(record)}."
    unable = _unable(record, asked)
    if unable is not None:
        return unable
    if record.fit_problem is None:
        return None
    problem = record.fit_problem
    if problem.kind == "StillRunning":
        return Finding(
            "fit_hangs", asked, f"no end: {problem.message}.",
            "fit waits for a batch that never comes.", contract(3), record,
        )
    return Finding(
        "fit_raises", asked, f"{problem.kind}: {own_words(problem.message)}",
        "training stops here.", contract(3), record,
    )


def own_words(message):
    """The line of a `fit` error that says what the student's code raised.

    tf.data puts the original exception into the text of its own, as the first line
    of a traceback: "… device:CPU:0}} IndexError: boom" (measured with TensorFlow 2.21).
    """
    line = message.strip().split("\n")[0]
    return re.sub(r"^\{\{.*?\}\}\s*", "", line)[:300]


def _unable(record, asked):
    """Why `fit` could not even be tried."""
    if record.length is None or record.length == 0:
        return length_finding(record, "drops_tail" if record.length == 0 else "wrong_length")
    if not record.fit_ran:
        bad = next((b for b in record.batches if b.form == "none" or b.problem), None)
        if bad is None:
            return length_finding(record)
        if bad.problem is not None:
            return _call_raised(bad.problem, "__getitem__", asked, 2, record)
        name, so = FORMS["none"]
        return Finding(name, asked, f"gen[{bad.index}] is None.", so, contract(2), record)
    return None


def _once_finding(record):
    if record.fit_problem is not None or not record.epochs:
        return _fit_finding(record)
    rounds = [(f"in epoch {k + 1} of fit", batches) for k, batches in enumerate(record.epochs)]
    if record.later:
        rounds.append(("asked directly after on_epoch_end", record.later))
    for epoch, (when, batches) in enumerate(rounds):
        times = record.count(batches)
        asked = f"every sample once {when}, for {case(record)}."
        paired = f"every sample with its own label {when}, for {case(record)}."
        never, often = np.flatnonzero(times == 0), np.flatnonzero(times > 1)
        if len(never) or len(often):
            return _not_once(record, epoch, asked, never, often)
        for batch in batches:
            if batch.samples and batch.labels is not None:
                own = own_labels(record, batch)
                if list(batch.labels) != own:
                    return _unpaired(record, batch, own, paired)
    return None


def _not_once(record, epoch, asked, never, often):
    said = []
    if len(never):
        said.append(f"{several(never)} never")
    if len(often):
        said.append(f"{several(often)} more than once")
    cause = "samples_repeated" if len(often) else "samples_missing"
    hint = ""
    if record.length is not None and record.length < record.asked_length and not len(often):
        cause, hint = "drops_tail", LENGTH_HINTS["drops_tail"]
    elif epoch or any(NOT_A_SAMPLE in (b.samples or ()) for b in record.epochs[0]):
        cause, hint = "changes_after_epoch", "What does on_epoch_end change?"
    so = (
        f"the model never learns from {plural(len(never), 'sample')}, and fit does not complain."
        if len(never)
        else "these samples count more than the others, and fit does not complain."
    )
    return Finding(cause, asked, ", ".join(said) + ".", so, contract(3, hint), record)


def _unpaired(record, batch, own, asked):
    direct = all(
        b.samples is not None and b.labels is not None and list(b.labels) == own_labels(record, b)
        for b in record.batches
    )
    moved = any(
        set(b.samples or ()) != set(right_samples(b.index, record.n, record.batch_size))
        for epoch in record.epochs
        for b in epoch
    )
    name = "labels_misaligned"
    if direct and record.batches:
        name = "data_shuffled_alone" if moved else "labels_shuffled_alone"
    k = next((k for k, pair in enumerate(zip(own, batch.labels)) if pair[0] != pair[1]), 0)
    received = f"label {batch.labels[k]} beside sample {batch.samples[k]}, which has label {own[k]}."
    if len(own) != len(batch.labels):
        received = f"{plural(len(batch.labels), 'label')} beside {plural(len(own), 'sample')}."
    return Finding(
        name, asked, received,
        "the model learns wrong answers, and fit does not complain.",
        contract(2, "Data and labels may move only together."), record,
    )


def _again_finding(record):
    again = {batch.index: batch for batch in record.again}
    for batch in record.batches:
        other = again.get(batch.index)
        if other is None or _same(batch, other):
            continue
        asked = f"gen[{batch.index}] to be the same when it is asked for again, for {case(record)}."
        right = all(
            list(b.samples or ()) == right_samples(b.index, record.n, record.batch_size)
            for b in record.batches
        )
        if other.problem is not None and batch.problem is None:
            used_up = all(batch.problem is not None for batch in record.again)
            return Finding(
                "iterator_exhausted" if used_up else "state_in_getitem",
                asked, f"{other.problem} the second time.",
                "the second epoch has no batches, or others.",
                contract(4, "What can be walked, or taken from, only once?"), record,
            )
        name = "state_in_getitem" if right else "random_each_time"
        return Finding(
            name, asked,
            f"{_brief(batch)} the first time, {_brief(other)} the second time.",
            "what an epoch serves depends on who asked before: fit itself looks at batches 0 and 1 "
            "before it begins.",
            contract(4, "What does __getitem__ remember, or draw, between two calls?"), record,
        )
    if record.moved is not None:
        return Finding(
            "shared_buffer",
            f"gen[{record.moved}] to keep its values, for {case(record)}.",
            "other values, after another batch was asked for.",
            "every batch is the same array, overwritten each time, and fit fetches ahead.",
            contract(4, "Make a new array for every batch."), record,
        )
    return None


def _same(one, other):
    return (one.form, one.samples, one.labels) == (other.form, other.samples, other.labels)


def _brief(batch):
    if batch.problem is not None:
        return str(batch.problem)
    if batch.samples is None:
        return batch.received
    return several(batch.samples) if batch.samples else "an empty batch"


def _changed_finding(record):
    if record.changed:
        what = " and ".join(record.changed)
        return Finding(
            "input_changed",
            f"data and labels to stay as they were, for {case(record)}.",
            f"{what} that {'is' if what == 'data' else 'are'} changed in place.",
            "whoever uses these arrays after you gets other values or another order.",
            contract(5, "Which of your lines work on the caller's own array?"), record,
        )
    return None


def _nothing_served(record):
    """No batch came at all, so a rule about batches cannot hold."""
    asked = f"at least one batch, for {case(record)}."
    bad = next((b for b in record.batches if b.problem is not None), None)
    if bad is not None:
        return _call_raised(bad.problem, "__getitem__", asked, 2, record)
    bad = next(iter(record.batches), None)
    if bad is None:
        return length_finding(record, "drops_tail" if record.length == 0 else "wrong_length")
    name, so = FORMS.get(bad.form, ("wrong_samples", "nothing is served."))
    return Finding(name, asked, f"{bad.received}.", so, contract(2), record)
