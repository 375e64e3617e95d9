"""Mistakes in what is in a batch: its form, its samples, its labels.

What a class that makes a mistake would serve is predicted by formulas. Of SAMPLES: (i, n, b) -> the
numbers of the samples at index i. Of LABELS: (i, n, b, s) -> the numbers of the samples whose labels
come, where s are the samples that came.
"""

from autograder.mistakes.finding import (
    Finding,
    Mistake,
    case,
    judged,
    plural,
    right_samples,
    several,
    telling,
)
from autograder.mistakes.lengths import HARD_CODED_SIZE, USUAL_SIZES
from autograder.mistakes.raised import LAST_BATCH_RAISES, call_finding
from autograder.sequence.record import NOT_A_SAMPLE

__all__ = [
    "FORMS",
    "LABELS",
    "LABELS_CHANGED",
    "LABELS_MISALIGNED",
    "MISTAKES",
    "SAMPLES",
    "TELLS_BY_VALUE",
    "VALUES_CHANGED",
    "WRONG_SAMPLES",
    "batch_findings",
    "form_finding",
    "order_is_free",
    "own_labels",
]

SHORT = "The last batch may be short: fit takes it as it is."
SAME_PLACES = "Are the labels cut at the same places as the data?"
YIELDS = "Is it return, or yield? With yield a method gives no batch, but a generator."
SLICE_END = "Does the end of a slice belong to it?"

# The form ------------------------------------------------------------------------------------

RETURNS_NONE = Mistake(
    "returns_none",
    2,
    "A method without return gives None; in a batch that stops fit, or hangs it.",
    hint="Does __getitem__ end with return and the batch?",
)
NONE_PAIR = Mistake("none_pair", 2, "None is no batch: fit stops where it comes.")
NONE_INSIDE = Mistake(
    "none_inside", 2, "A batch has samples and labels: None in the place of either teaches nothing."
)
NOT_A_PAIR = Mistake("not_a_pair", 2, "A batch is a tuple of two: the samples, and their labels.")
EXTRA_ITEM = Mistake(
    "extra_item", 2, "fit takes the third item of a batch as sample weights, without a word."
)
LIST_NOT_TUPLE = Mistake(
    "list_not_tuple", 2, "Keras' documents say tuple; a list means something else in other places."
)
NESTED = Mistake("nested_batch", 2, "A tuple inside the tuple is one more input, or one more output, to fit.")
NOT_ARRAYS = Mistake("not_arrays", 2, "A list of numbers is many inputs to fit; np.array makes one of them.")
NOT_DENSE = Mistake(
    "not_dense", 2, "The contract asks for arrays; sparse and ragged tensors need a model made for them."
)
EXCEPTION_RETURNED = Mistake(
    "exception_returned",
    2,
    "raise stops the method; return gives the exception away as if it were a batch.",
    hint="Is it raise, or return?",
)
SWAPPED = Mistake("swapped", 2, "The samples come first, then the labels.")
SINGLE_SAMPLE = Mistake(
    "single_sample",
    2,
    "A batch has one more axis than a sample, the first; the index counts batches.",
    hint="Which samples belong to batch i?",
)
SHAPE_CHANGED = Mistake(
    "batch_shape_changed", 2, "Only the first axis is the batch's: the others stay as the samples have them."
)
LABELS_SHAPE_CHANGED = Mistake(
    "labels_shape_changed", 2, "The labels of a batch have the shape that they were given in."
)
DTYPE_CHANGED = Mistake(
    "dtype_changed",
    2,
    "A batch has the dtype of the data: converting it is work that the contract does not ask for.",
)

FORMS = {
    "none": (RETURNS_NONE, "fit stops, or waits for ever where the class has two workers."),
    "nones": (NONE_PAIR, "fit stops: None is not a batch."),
    "partly_none": (NONE_INSIDE, "fit has samples without labels, or labels without samples."),
    "array": (NOT_A_PAIR, "the labels are missing, and fit has nothing to learn from."),
    "triple": (EXTRA_ITEM, "fit takes the third item as sample weights, without a word."),
    "list": (LIST_NOT_TUPLE, "it is a list; this contract and Keras' own documents say tuple."),
    "nested": (NESTED, "fit takes each part inside for an input, or an output, of its own."),
    "lists": (NOT_ARRAYS, "fit takes each number of a list for an input of its own."),
    "sparse": (NOT_DENSE, "it is no array, and a model that takes arrays stops, or computes something else."),
    "exception": (
        EXCEPTION_RETURNED,
        "an exception that is returned is a value like any other: nobody stops for it.",
    ),
    "other": (NOT_A_PAIR, "fit cannot tell the samples from the labels."),
}
"""For each form that is no pair: the mistake, and what follows from it."""

# The samples ---------------------------------------------------------------------------------


def _slice(n, start, stop):
    return list(range(n))[start:stop]


def _last_repeated(i, n, b):
    right = right_samples(i, n, b)
    return right + [n - 1] * (b - len(right)) if right else right


def _first_repeated(i, n, b):
    right = right_samples(i, n, b)
    return (right * b)[:b] if right else right


def _split(i, n, b):
    """As np.array_split cuts n samples into as many parts as there are batches."""
    parts = -(-n // b)
    size, more = divmod(n, parts)
    start = i * size + min(i, more)
    return _slice(n, start, start + size + (i < more))


GAPS = Mistake(
    "gaps",
    2,
    "The end of a slice does not belong to it, so taking 1 off loses a sample of every batch.",
    hint=SLICE_END,
    predicts=(
        lambda i, n, b: _slice(n, i * b, (i + 1) * b - 1),
        lambda i, n, b: _slice(n, i * b + 1, (i + 1) * b),
        lambda i, n, b: _slice(n, i * b + 1, (i + 1) * b + 1),
    ),
)
REPEATS_SAMPLES = Mistake(
    "repeats_samples",
    2,
    "The last batch may be short; filling it up with copies serves samples twice.",
    hint=SHORT,
    predicts=(_last_repeated, _first_repeated),
)
DROPS_LAST_SAMPLES = Mistake(
    "drops_last_samples",
    2,
    "The last batch may be short, but not empty: its samples belong to the epoch.",
    hint=SHORT,
    predicts=(
        lambda i, n, b: right_samples(i, n, b) if (i + 1) * b <= n else [],
        lambda i, n, b: [j for j in right_samples(i, n, b) if j < n - 1],
        lambda i, n, b: _slice(n, i * b, min((i + 1) * b, n - 1)),
    ),
)
SAMPLES = (
    Mistake(
        "everything_every_time",
        2,
        "A batch is a part of the data: index i says which.",
        hint="Where does batch i begin, and where does it end?",
        predicts=(lambda i, n, b: list(range(n)),),
    ),
    Mistake(
        "index_ignored",
        2,
        "fit asks for batch i; a method that does not use the index serves one batch for ever.",
        hint="Where in your __getitem__ is the index used?",
        predicts=(lambda i, n, b: _slice(n, 0, b),),
    ),
    Mistake(
        "index_is_offset",
        2,
        "The index counts batches: batch i begins at sample i·b.",
        hint="The index counts batches. Which sample is the first of batch i?",
        predicts=(lambda i, n, b: _slice(n, i, i + b),),
    ),
    Mistake(
        "starts_one_batch_late",
        2,
        "fit asks for index 0 first.",
        hint="Which is the first index that fit asks for?",
        predicts=(lambda i, n, b: right_samples(i + 1, n, b),),
    ),
    Mistake(
        "starts_one_batch_early",
        2,
        "Index 0 is the first batch, not the one before it.",
        hint="Which is the first index that fit asks for?",
        predicts=(
            lambda i, n, b: _slice(n, (i - 1) * b, i * b),
            lambda i, n, b: [] if i == 0 else right_samples(i - 1, n, b),
        ),
    ),
    Mistake(
        "overlaps",
        2,
        "The end of a slice does not belong to it: batch i ends where batch i + 1 begins.",
        hint=SLICE_END,
        predicts=(
            lambda i, n, b: _slice(n, i * b, (i + 1) * b + 1),
            lambda i, n, b: _slice(n, max(0, i * b - 1), (i + 1) * b),
        ),
    ),
    GAPS,
    Mistake(
        "split_evenly",
        2,
        "np.array_split makes parts of nearly one size; the contract asks for full batches, and a short last one.",
        hint="How large is batch 0 to be?",
        predicts=(_split,),
    ),
    Mistake(
        "wrong_order",
        2,
        "Batch i holds the samples from i·b on, in the order of the data.",
        hint="Which samples belong to batch 0?",
        predicts=(
            lambda i, n, b: list(range(i, n, -(-n // b))),
            lambda i, n, b: right_samples(-(-n // b) - 1 - i, n, b),
            lambda i, n, b: right_samples(i, n, b) and _slice(n, n - min((i + 1) * b, n), n - i * b),
        ),
    ),
    Mistake(
        "rows_reversed",
        2,
        "Within a batch the samples stand in the order of the data.",
        predicts=(lambda i, n, b: right_samples(i, n, b)[::-1],),
    ),
    Mistake(
        "wraps_around",
        2,
        "The last batch may be short; filling it from the start serves samples twice.",
        hint=SHORT,
        predicts=(
            lambda i, n, b: [j % n for j in range(i * b, (i + 1) * b)],
            lambda i, n, b: (
                right_samples(i, n, b) + _slice(n, 0, min((i + 1) * b, 2 * n) - n)
                if (i + 1) * b > n
                else right_samples(i, n, b)
            ),
        ),
    ),
    Mistake(
        "pulled_back",
        2,
        "The last batch may be short; moving its start back serves samples twice.",
        hint=SHORT,
        predicts=(
            lambda i, n, b: right_samples(i, n, b) if (i + 1) * b <= n else _slice(n, n - b, n),
            lambda i, n, b: right_samples(i, n, b) if (i + 1) * b <= n else _slice(n, -b, None),
        ),
    ),
    REPEATS_SAMPLES,
    DROPS_LAST_SAMPLES,
)
"""What goes first is named where several fit."""
HARD_CODED = tuple(lambda i, n, b, size=size: _slice(n, i * size, (i + 1) * size) for size in USUAL_SIZES)
"""What a class serves whose slices have a number in the place of the batch size."""

PADDED = Mistake(
    "padded",
    2,
    "The last batch may be short; rows that were made up are trained on like all others.",
    hint=SHORT,
)
ROWS_SHUFFLED = Mistake(
    "rows_shuffled",
    2,
    "The order may change in on_epoch_end, and nowhere else.",
    hint="Order may change only in on_epoch_end.",
)
VALUES_CHANGED = Mistake(
    "values_changed",
    2,
    "A batch holds the samples as they are; what is to be computed with them belongs elsewhere.",
    hint="Does your __getitem__ calculate with the samples?",
)
WRONG_SAMPLES = Mistake("wrong_samples", 2, "A batch does not hold the samples that its index asks for.")
TELLS_BY_VALUE = Mistake(
    "tells_by_value", 2, "Two samples may have the same values: their numbers tell them apart."
)

# The labels ----------------------------------------------------------------------------------

LABELS_NOT_SLICED = Mistake(
    "labels_not_sliced",
    2,
    "The labels are cut at the same places as the data.",
    hint=SAME_PLACES,
    predicts=(
        lambda i, n, b, s: list(range(n)),
        lambda i, n, b, s: list(range(i * b, n)),
        lambda i, n, b, s: list(range(min((i + 1) * b, n))),
    ),
)
LABELS = (
    Mistake(
        "labels_by_position",
        2,
        "Position 0 in a batch is sample 0 in batch 0 alone.",
        hint="Position 0 in the batch is not sample 0.",
        predicts=(lambda i, n, b, s: list(range(len(s))),),
    ),
    LABELS_NOT_SLICED,
    Mistake(
        "labels_shifted",
        2,
        "A label that belongs to the neighbour is wrong for nearly every sample.",
        hint=SAME_PLACES,
        predicts=(
            lambda i, n, b, s: [j + 1 for j in s if j + 1 < n],
            lambda i, n, b, s: [(j + 1) % n for j in s],
            lambda i, n, b, s: [(j - 1) % n for j in s],
            lambda i, n, b, s: [max(j - 1, 0) for j in s],
            lambda i, n, b, s: [min(j + 1, n - 1) for j in s],
            lambda i, n, b, s: _slice(n, i * b + 1, (i + 1) * b + 1),
            lambda i, n, b, s: _slice(n, i * b - 1, (i + 1) * b - 1),
        ),
    ),
    Mistake(
        "labels_reversed",
        2,
        "Data and labels come in the same order.",
        hint="Do data and labels come in the same order?",
        predicts=(lambda i, n, b, s: s[::-1], lambda i, n, b, s: [n - 1 - j for j in s]),
    ),
    Mistake(
        "labels_of_other_batch",
        2,
        "Both slices of a batch are made from one index.",
        hint=SAME_PLACES,
        predicts=(
            lambda i, n, b, s: right_samples(i + 1, n, b),
            lambda i, n, b, s: _slice(n, (i - 1) * b, i * b),
            lambda i, n, b, s: [(j + b) % n for j in s],
            lambda i, n, b, s: [(j - b) % n for j in s],
            lambda i, n, b, s: _slice(n, i, i + b),
            lambda i, n, b, s: right_samples((i + 1) % -(-n // b), n, b),
            lambda i, n, b, s: right_samples((i - 1) % -(-n // b), n, b),
        ),
    ),
)
LABELS_CHANGED = Mistake("labels_changed", 2, "The labels are to come as they were given.")
LABELS_MISALIGNED = Mistake(
    "labels_misaligned", 2, "Each sample comes with its own label: whatever moves one moves the other."
)
LABELS_MISSING = Mistake("labels_missing", 2, "Every sample of a batch has its label.", hint=SAME_PLACES)

MISTAKES = (
    RETURNS_NONE,
    NONE_PAIR,
    NONE_INSIDE,
    NOT_A_PAIR,
    EXTRA_ITEM,
    LIST_NOT_TUPLE,
    NESTED,
    NOT_ARRAYS,
    NOT_DENSE,
    EXCEPTION_RETURNED,
    SWAPPED,
    SINGLE_SAMPLE,
    SHAPE_CHANGED,
    LABELS_SHAPE_CHANGED,
    DTYPE_CHANGED,
    *SAMPLES,
    PADDED,
    ROWS_SHUFFLED,
    VALUES_CHANGED,
    WRONG_SAMPLES,
    TELLS_BY_VALUE,
    *LABELS,
    LABELS_CHANGED,
    LABELS_MISALIGNED,
    LABELS_MISSING,
)


def batch_findings(records):
    """Judge the batches: `{rule: Finding}` for the rules "form", "samples", "labels".

    records: one a case, with the batches that were asked for directly. Where a record says
    `any_order`, its samples may come in any order, each once, in batches of the right sizes.
    """
    served = [
        (record, batch)
        for record in sorted(records, key=telling)
        for batch in record.batches
        if batch.index < record.asked_length  # past the end is another rule's matter
    ]
    judges = {"form": _form_finding, "samples": _samples_finding, "labels": _labels_finding}
    return judged(judges, served)


def _asked_for(record, batch):
    right = right_samples(batch.index, record.n, record.batch_size)
    what = several(right) if right else "no sample"
    return f"gen[{batch.index}] with {what}, for {case(record)}."


def form_finding(record, batch, rule=None, asked=None):
    """The finding for a batch that is no pair of arrays; None where it is one."""
    if batch.form not in FORMS:
        return None
    mistake, so = FORMS[batch.form]
    hint = YIELDS if batch.received == "generator" else None
    return Finding(
        mistake, asked or _asked_for(record, batch), f"{batch.received}.", so, record, hint=hint, rule=rule
    )


def _form_finding(served):
    for record, batch in served:
        finding = _bad_form(record, batch, served)
        if finding is not None:
            return finding
    return None


def _bad_form(record, batch, served):
    if batch.problem is not None:
        return _batch_raised(record, batch, served)

    def finding(mistake, so):
        return Finding(mistake, _asked_for(record, batch), f"{batch.received}.", so, record)

    if batch.form in FORMS:
        return form_finding(record, batch)
    if _swapped(record, batch):
        return finding(SWAPPED, "fit would train on the labels and predict the samples.")
    if batch.samples is None or batch.shape == record.sample_shape:
        return finding(SINGLE_SAMPLE, "it is one sample. A batch has one more axis, the first.")
    if batch.shape[1:] != record.sample_shape:
        return finding(SHAPE_CHANGED, f"every sample had the shape {record.sample_shape}.")
    if len(batch.label_shape) != 1:
        return finding(LABELS_SHAPE_CHANGED, "every label was one number.")
    for what, was, now in (
        ("data", record.dtype, batch.dtype),
        ("labels", record.label_dtype, batch.label_dtype),
    ):
        if now != was and (batch.told or what == "labels"):  # other values have other dtypes
            return finding(DTYPE_CHANGED, f"the {what} had dtype {was}, and came as {now}.")
    return None


def _swapped(record, batch):
    if not batch.samples or set(batch.samples) != {NOT_A_SAMPLE}:
        return False
    return len(batch.shape) == 1 and len(batch.label_shape) > 1


def _batch_raised(record, batch, served):
    earlier = [b for r, b in served if r is record and b.index < batch.index]
    right = right_samples(batch.index, record.n, record.batch_size)
    short = len(right) < record.batch_size
    last = short and all(b.problem is None for b in earlier) and any(b.problem is None for _, b in served)
    return call_finding(
        batch.problem,
        "__getitem__",
        _asked_for(record, batch),
        record,
        mistake=LAST_BATCH_RAISES if last else None,
    )


def order_is_free(record):
    """Whether the batches hold different samples each, all of them, in the sizes that they should have."""
    samples = [i for b in record.batches for i in b.samples or ()]
    sizes = [len(right_samples(b.index, record.n, record.batch_size)) for b in record.batches]
    return (
        NOT_A_SAMPLE not in samples
        and len(set(samples)) == len(samples) == sum(sizes)
        and (sizes == record.sizes)
    )


def _samples_finding(served):
    readable = [(r, b) for r, b in served if b.samples is not None]
    for record, batch in served:
        right = right_samples(batch.index, record.n, record.batch_size)
        if batch.problem is not None:
            return _batch_raised(record, batch, served)
        if batch.samples is None:
            mistake, so = FORMS.get(batch.form, (SINGLE_SAMPLE, "it is not a batch of samples."))
            return Finding(mistake, _asked_for(record, batch), f"{batch.received}.", so, record)
        if list(batch.samples) != right and not (record.any_order and order_is_free(record)):
            return _wrong_samples(readable, record, batch, right)
    return None


def _wrong_samples(readable, record, batch, right):
    mistake = _samples_named(readable, record, batch, right)
    hint = None
    if mistake is DROPS_LAST_SAMPLES and len(right) == record.batch_size:
        hint = GAPS.hint  # a whole batch came out short
    if mistake is VALUES_CHANGED and batch.form in FORMS:  # the form says it all
        return form_finding(record, batch)
    return Finding(
        mistake,
        _asked_for(record, batch),
        _what_came(batch),
        _samples_so(mistake, batch, right),
        record,
        hint=hint,
    )


def _what_came(batch):
    unknown = batch.samples.count(NOT_A_SAMPLE)
    known = [i for i in batch.samples if i != NOT_A_SAMPLE]
    parts = []
    if known:
        parts.append(several(known))
    if unknown:
        parts.append(f"{plural(unknown, 'row')} that {'is' if unknown == 1 else 'are'} no sample")
    return (" and ".join(parts) or "an empty batch") + "."


def _samples_named(readable, record, batch, right):
    if _swapped(record, batch):
        return SWAPPED
    if all(set(b.samples) <= {NOT_A_SAMPLE} for _, b in readable):
        return VALUES_CHANGED
    for mistake, formulas in (*((m, m.predicts) for m in SAMPLES), (HARD_CODED_SIZE, HARD_CODED)):
        for formula in formulas:
            if all(list(b.samples) == formula(b.index, r.n, r.batch_size) for r, b in readable):
                return mistake
    came = list(batch.samples)
    if came[: len(right)] == right and set(came[len(right) :]) == {NOT_A_SAMPLE}:
        return PADDED
    if NOT_A_SAMPLE in came:
        return VALUES_CHANGED
    if came and came == right[: len(came)]:
        return DROPS_LAST_SAMPLES
    everything = [i for b in record.batches for i in b.samples or ()]
    if len(set(everything)) < len(everything):
        return REPEATS_SAMPLES
    if sorted(came) == right or sorted(everything) == list(range(record.n)):
        return ROWS_SHUFFLED
    return WRONG_SAMPLES


def _samples_so(mistake, batch, right):
    lost = sorted(set(right) - set(batch.samples))
    more = sorted(set(batch.samples) - set(right) - {NOT_A_SAMPLE})
    said = []
    if mistake is SWAPPED:
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
            mistake, so = FORMS.get(batch.form, (LABELS_SHAPE_CHANGED, "there is no row of labels."))
            return Finding(mistake, _asked_for(record, batch), f"{batch.received}.", so, record)
        if _swapped(record, batch):
            continue
        own = own_labels(record, batch)
        if list(batch.labels) != own:
            return _wrong_labels(record, batch, own, readable)
    swapped = next(((r, b) for r, b in served if _swapped(r, b)), None)
    return _bad_form(*swapped, served) if swapped is not None else None


def own_labels(record, batch):
    """The labels that belong to the samples of a batch, where these are known."""
    right = right_samples(batch.index, record.n, record.batch_size)
    samples = right if set(batch.samples) == {NOT_A_SAMPLE} else batch.samples
    return [record.own_labels[i] if i != NOT_A_SAMPLE else 0 for i in samples]


def _wrong_labels(record, batch, own, readable):
    if batch.form in FORMS and None in batch.labels:  # the form says it all
        return form_finding(record, batch)
    mistake = _labels_named(readable)
    asked = f"gen[{batch.index}] with {plural(len(own), 'label')}, for {case(record)}."
    if len(own) != len(batch.labels):
        received = f"{plural(len(batch.labels), 'label')} beside {plural(len(own), 'sample')}."
        so = "samples and labels of a batch do not pair up."
    elif None in batch.labels:
        mistake = LABELS_SHAPE_CHANGED
        received = f"labels of shape {batch.label_shape}: more than one number for a sample."
        so = "every label was one number."
    else:
        first = next(k for k, (a, b) in enumerate(zip(own, batch.labels)) if a != b)
        sample = batch.samples[first]
        who = f"sample {sample}" if sample != NOT_A_SAMPLE else f"row {first}"
        asked = f"label {own[first]} beside {who} in gen[{batch.index}], for {case(record)}."
        received = f"label {batch.labels[first]}."
        so = "the model learns a wrong answer for it, and fit does not complain."
    return Finding(mistake, asked, received, so, record)


def _labels_named(readable):
    if all(not b.labels for _, b in readable):
        return LABELS_MISSING
    for mistake in LABELS:
        for formula in mistake.predicts:
            if all(
                list(b.labels)
                == [
                    r.own_labels[j]
                    for j in formula(b.index, r.n, r.batch_size, list(b.samples))
                    if 0 <= j < r.n
                ]
                for r, b in readable
            ):
                return mistake
    if all(len(b.labels) == r.n for r, b in readable):
        return LABELS_NOT_SLICED
    strange = any(set(b.labels) - set(r.own_labels) for r, b in readable)
    return LABELS_CHANGED if strange else LABELS_MISALIGNED
