"""Mistakes in the order that samples come in: what is shuffled, when, and by which seed.

All of it is read from what was served, in the epochs of a real `fit` and asked directly.
"""

from dataclasses import replace

import numpy as np

from autograder.mistakes.batches import batch_findings
from autograder.mistakes.epochs import (
    DATA_SHUFFLED_ALONE,
    LABELS_SHUFFLED_ALONE,
    SAMPLES_REPEATED,
    again_finding,
    changed_finding,
    fit_finding,
    pairs_finding,
    rounds,
    times_finding,
)
from autograder.mistakes.finding import Finding, Mistake, case, judged, plural, several, telling
from autograder.sequence.record import NOT_A_SAMPLE, labels_of, order_of

__all__ = [
    "MISTAKES",
    "SHUFFLED_ANYWAY",
    "WRONG_DEFAULT_SHUFFLE",
    "kept_finding",
    "order_findings",
    "seed_findings",
]

SHUFFLED_ANYWAY = Mistake(
    "shuffled_anyway",
    11,
    "Validation data are served with shuffle=False, so that predictions and labels stand in one order.",
    hint="Where does your class ask whether it is to shuffle?",
)
NOT_SHUFFLED = Mistake(
    "not_shuffled",
    12,
    "fit permutes whole batches; whoever wants rows shuffled shuffles them in the Sequence.",
    hint="What changes the order, and when is it called?",
)
WRONG_DEFAULT_SHUFFLE = Mistake(
    "wrong_default_shuffle",
    12,
    "The contract's default is shuffle=True: who says nothing gets shuffled samples.",
    hint="What is in force where shuffle is not given?",
)
BATCHES_SHUFFLED = Mistake(
    "batches_shuffled",
    12,
    "A permutation of batches leaves neighbours together; fit makes one by itself.",
    hint="How many numbers does your order hold: one for each sample, or one for each batch?",
)
SHUFFLED_WITHIN_BATCHES = Mistake(
    "shuffled_within_batches",
    12,
    "The order inside a batch changes nothing: fit takes one step for the whole batch.",
    hint="Can a sample of your class ever come in another batch?",
)
HARDLY_SHUFFLED = Mistake(
    "hardly_shuffled",
    12,
    "Turning the data round, or moving rows a little, leaves neighbours of one class together.",
    hint="Can every sample come at every place?",
)
SAME_ORDER = Mistake(
    "same_order_every_epoch",
    12,
    "Shuffled once, or from a generator that is made anew each time: every epoch has the same order.",
    hint="What does on_epoch_end change, and is it the same change each time?",
)
SHUFFLED_APART = Mistake(
    "shuffled_apart",
    12,
    "Two draws are two orders: data and labels are taken by one permutation.",
    hint="How often does your class draw an order in one epoch?",
)
WITH_REPLACEMENT = Mistake(
    "drawn_with_replacement",
    3,
    "choice and integers draw with replacement: about a third of the samples never come, others twice.",
    hint="Which function gives every number exactly once?",
)
SHUFFLED_BY_LEN = Mistake(
    "shuffled_by_len",
    4,
    "len may be asked at any time: what changes the order belongs into on_epoch_end.",
    hint="What else does your __len__ do, beside counting?",
)
SEED_IGNORED = Mistake(
    "seed_ignored",
    13,
    "A seed works only where the numbers are drawn from the generator that it was given to.",
    hint="Which generator does the drawing, and does it know the seed?",
)
SEED_ZERO = Mistake(
    "seed_zero_is_none",
    13,
    "0 is a seed like any other; `if seed:` takes it for none.",
    hint="Is 0 true or false in an if?",
)
SEED_FIRST_ONLY = Mistake(
    "seed_for_first_order_alone",
    13,
    "A generator that is made in __init__ and kept draws all orders; another one knows nothing of the seed.",
    hint="Which generator draws the order of the second epoch?",
)
SEED_FIXED = Mistake(
    "seed_fixed",
    13,
    "A number in the class, in the place of the seed, gives everybody the same order.",
    hint="Is there a number in your class where seed should stand?",
)
DISTURBED = Mistake(
    "disturbed_by_others",
    13,
    "np.random.seed and random.seed seed one generator for all: the next object, or layer, draws from it too.",
    hint="Does each object have a generator of its own?",
)

MISTAKES = (
    SHUFFLED_ANYWAY,
    NOT_SHUFFLED,
    WRONG_DEFAULT_SHUFFLE,
    BATCHES_SHUFFLED,
    SHUFFLED_WITHIN_BATCHES,
    HARDLY_SHUFFLED,
    SAME_ORDER,
    SHUFFLED_APART,
    WITH_REPLACEMENT,
    SHUFFLED_BY_LEN,
    SEED_IGNORED,
    SEED_ZERO,
    SEED_FIRST_ONLY,
    SEED_FIXED,
    DISTURBED,
)

ENOUGH_ROWS, ENOUGH_BATCHES = 24, 6
"""Of so many rows in so many batches no two shuffles are alike, by any chance that counts."""
ALONE = (DATA_SHUFFLED_ALONE, LABELS_SHUFFLED_ALONE)
MANY_ROWS = 100
"""Of so many rows it can be told how well they are shuffled."""
NEIGHBOURS, HALVES = 0.25, 0.78
"""Parts of the rows: those that stand beside a neighbour (2 rows or so, after a shuffle), and those of the first
half of an epoch that are from the first half of the data (about 0.5; 0.78 of 80 is seven standard deviations
more)."""


# What was served -----------------------------------------------------------------------------


def _order(batches):
    """The numbers of the samples of an epoch, as they came; what is no sample is left out."""
    return [sample for sample in order_of(batches) if sample != NOT_A_SAMPLE]


def _in_order(batches):
    return _order(batches) == sorted(_order(batches))


def _together(batches):
    """Which samples share a batch: a set of sets."""
    return {frozenset(batch.samples or ()) for batch in batches}


def _begin(batches, most=6):
    return f"{', '.join(map(str, _order(batches)[:most]))}, …"


def _told(record):
    """Whether it can be told of a record that rows are shuffled."""
    return record.n >= ENOUGH_ROWS and record.asked_length >= ENOUGH_BATCHES and bool(record.epochs)


# shuffle=False -------------------------------------------------------------------------------


def kept_finding(record):
    """The finding for an epoch that is not in the order of the data; None where all are."""
    for when, batches in rounds(record):
        order = _order(batches)
        if order != sorted(order):
            place = next(k for k, (a, b) in enumerate(zip(order, sorted(order))) if a != b)
            return Finding(
                SHUFFLED_ANYWAY,
                f"the samples in the order of the data {when}, for {case(record)}.",
                f"sample {order[place]} at place {place}.",
                "predictions on this object do not stand in the order of the labels.",
                record,
            )
    return None


# shuffle=True --------------------------------------------------------------------------------


def order_findings(records):
    """Judge records of objects that are to shuffle: `{rule: Finding}` for "rows", "epochs", "pairs", "once"
    and "unchanged". Where nothing is shuffled at all, nothing holds.
    """
    found: dict[str, Finding] = {}
    judges = {
        "rows": _rows_finding,
        "epochs": _epochs_finding,
        "pairs": _pairs_finding,
        "once": _once_finding,
        "unchanged": changed_finding,
    }
    for record in sorted(records, key=telling):
        unshuffled = unshuffled_finding(record)
        if unshuffled is not None:
            return dict.fromkeys(judges, unshuffled)
        found = {**judged(judges, record), **found}
    if "pairs" not in found and (form := batch_findings(records).get("form")) is not None:
        found["pairs"] = form
    pairs, many = found.get("pairs"), [record for record in records if _told(record)]
    if pairs is not None and pairs.mistake in ALONE and many:  # few samples may do so by chance
        found["pairs"] = replace(pairs, mistake=(_pairs_finding(many[0]) or pairs).mistake)
    once = found.get("once")
    if once is not None and once.mistake is SAMPLES_REPEATED and any(map(_with_replacement, records)):
        found["once"] = replace(once, mistake=WITH_REPLACEMENT)
    return {rule: found[rule] for rule in judges if rule in found}


def unshuffled_finding(record):
    """The finding for an object whose epochs all are in the order of the data; None where one is not."""
    if not _told(record) or record.fit_problem is not None:
        return None
    if not all(map(_in_order, record.epochs)) or not _order(record.epochs[0]):
        return None
    left = pairs_finding(record, "in epoch 1 of fit", record.epochs[0])
    if left is not None:
        return replace(left, mistake=_left_behind(record, record.epochs[0]) or left.mistake)
    return Finding(
        NOT_SHUFFLED,
        f"the samples shuffled in every epoch of fit, for {case(record)}.",
        f"samples {_begin(record.epochs[0])} as they stand in the data, in every epoch.",
        "where the labels are sorted, a batch holds one class, or two.",
        record,
    )


def _rows_finding(record):
    if record.fit_problem is not None or not record.epochs:
        return fit_finding(record)
    if not _told(record):
        return None
    blocks = {
        frozenset(range(i * record.batch_size, min((i + 1) * record.batch_size, record.n)))
        for i in range(record.asked_length)
    }
    for k, batches in enumerate(record.epochs):
        asked = f"samples from all over the data in a batch, in epoch {k + 1} of fit, for {case(record)}."
        if _together(batches) <= blocks:
            return _in_blocks(record, batches, asked)
        if record.n >= MANY_ROWS and (said := _still_together(record, batches)):
            so = "what stands together in the data, such as one class, still comes together."
            return Finding(HARDLY_SHUFFLED, asked, said, so, record)
    return None


def _in_blocks(record, batches, asked):
    first = batches[0].samples or ()
    if _in_order(batches):
        received = f"samples {_begin(batches)} as they stand in the data."
        return Finding(NOT_SHUFFLED, asked, received, "this epoch is not shuffled.", record)
    if all(list(batch.samples or ()) == sorted(batch.samples or ()) for batch in batches):
        received = f"a first batch with {several(first)}, and the others alike: whole batches changed places."
        so = "fit shuffles batches by itself; sorted labels stay together."
        return Finding(BATCHES_SHUFFLED, asked, received, so, record)
    received = f"a first batch with {several(sorted(first))}, in another order."
    so = "the same samples share a batch in every epoch, and the model sees the same steps."
    return Finding(SHUFFLED_WITHIN_BATCHES, asked, received, so, record)


def _still_together(record, batches):
    """How the samples of an epoch still stand as in the data; empty where they do not."""
    order, n = np.array(_order(batches)), record.n
    if len(order) < 2:
        return ""
    beside = int(np.isin(np.diff(order) % n, (1, n - 1)).sum())
    if beside > NEIGHBOURS * n:
        return f"{beside} of {plural(n, 'sample')} right beside a neighbour, as in the data."
    half = n // 2
    low = int((order[:half] < half).sum())
    if not (1 - HALVES) * half < low < HALVES * half:
        return f"{low} of the first {half} samples in the first half of the epoch."
    return ""


def _epochs_finding(record):
    if record.fit_problem is not None or not record.epochs:
        return fit_finding(record)
    if not _told(record):
        return None
    for k, batches in enumerate(record.epochs):
        for j, earlier in enumerate(record.epochs[:k]):
            if _together(batches) != _together(earlier):
                continue
            asked = f"another order in every epoch of fit, for {case(record)}."
            so = "the model takes the same steps in every epoch."
            if _order(batches) == _order(earlier):
                received = f"samples {_begin(batches)} in epoch {k + 1}, and in epoch {j + 1} too."
                return Finding(SAME_ORDER, asked, received, so, record)
            received = f"in epoch {k + 1} the same samples together in each batch as in epoch {j + 1}."
            within = [batch.samples for batch in batches] != [batch.samples for batch in earlier] and [
                set(batch.samples or ()) for batch in batches
            ] == [set(batch.samples or ()) for batch in earlier]
            return Finding(
                SHUFFLED_WITHIN_BATCHES if within else BATCHES_SHUFFLED, asked, received, so, record
            )
    return None


def _pairs_finding(record):
    if record.fit_problem is not None or not record.epochs:
        return fit_finding(record)
    for when, batches in [("asked directly", record.batches), *rounds(record)]:
        finding = pairs_finding(record, when, batches)
        if finding is not None:
            return replace(finding, mistake=_left_behind(record, batches) or finding.mistake)
    return None


def _left_behind(record, batches):
    """Which of data and labels moved without the other; None where it is another mistake."""
    labels = labels_of(batches)
    order = _order(batches)
    if sorted(labels, key=str) != sorted(record.own_labels, key=str) or len(order) != record.n:
        return None
    if labels == list(record.own_labels):
        return DATA_SHUFFLED_ALONE
    if _in_order(batches):
        return LABELS_SHUFFLED_ALONE
    return SHUFFLED_APART if _told(record) else None


def _once_finding(record):
    if record.fit_problem is not None or not record.epochs:
        return fit_finding(record)
    again = again_finding(record)
    for epoch, (when, batches) in enumerate(rounds(record)):
        finding = times_finding(record, epoch, when, batches)
        if finding is not None and again is None:
            return finding
    return replace(again, mistake=SHUFFLED_BY_LEN, hint=None) if again and record.len_moves else again


def _with_replacement(record):
    """Whether as many rows came in each epoch as there are, but of about two thirds of the samples."""
    orders = [_order(batches) for batches in record.epochs]
    fewer = all(len(order) == record.n and len(set(order)) < 0.8 * record.n for order in orders)
    return bool(orders) and record.n >= ENOUGH_ROWS and fewer


# The seed ------------------------------------------------------------------------------------


def seed_findings(first, again, beside):
    """Judge what seeds do: `{rule: Finding}` for "again", "other" and "apart".

    first, again: `{seed: Record}` of two objects each; again may have fewer. beside: `{seed: Record}` of
    objects that were made and asked while others were in use. Where nothing is shuffled, nothing holds.
    """
    rules = ("again", "other", "apart")
    for record in (*first.values(), *again.values(), *beside.values()):
        problem = fit_finding(record) or unshuffled_finding(record)
        if problem is not None:
            return dict.fromkeys(rules, problem)
    found = {}
    unlike = [seed for seed in again if _epochs(first[seed]) != _epochs(again[seed])]
    if unlike:
        found["again"] = found["apart"] = _not_again(unlike, first, again)
    others = _not_other(first)
    if others is not None:
        found["other"] = others
    for seed, record in beside.items():
        if "apart" not in found and _epochs(record) != _epochs(first[seed]):
            found["apart"] = _differing(
                DISTURBED,
                first[seed],
                record,
                f"the same epochs again from seed={seed}, while another object is in use too, for {case(record)}.",
                "a validation Sequence, or a layer that draws, changes the order of the training.",
            )
    return {rule: found[rule] for rule in rules if rule in found}


def _epochs(record):
    return [[batch.samples for batch in batches] for batches in record.epochs]


def _not_again(unlike, first, again):
    seed = unlike[0]
    one, other = first[seed], again[seed]
    before = [[batch.samples for batch in record.batches] for record in (one, other)]
    mistake = SEED_IGNORED
    if unlike == [0]:
        mistake = SEED_ZERO
    elif before[0] == before[1] and not _in_order(one.batches):
        mistake = SEED_FIRST_ONLY
    asked = f"the same epochs of fit from two objects, for {case(one)}."
    return _differing(mistake, one, other, asked, "nobody can run the same training again.")


def _differing(mistake, one, other, asked, so):
    k = next(k for k, (a, b) in enumerate(zip(_epochs(one), _epochs(other))) if a != b)
    received = (
        f"epoch {k + 1} with samples {_begin(one.epochs[k])} the first time, and {_begin(other.epochs[k])} "
        "the second time."
    )
    return Finding(mistake, asked, received, so, other)


def _not_other(first):
    seeds = list(first)
    for place, seed in enumerate(seeds):
        for other in seeds[:place]:
            pairs = enumerate(zip(first[seed].epochs, first[other].epochs))
            same = [k for k, (a, b) in pairs if _order(a) == _order(b) and not _in_order(a)]
            if same:
                return Finding(
                    SEED_FIXED,
                    f"other epochs from seed={seed} than from seed={other}, for {case(first[seed])}.",
                    f"samples {_begin(first[seed].epochs[same[0]])} in epoch {same[0] + 1} from both.",
                    "several seeds are one and the same.",
                    first[seed],
                )
    return None
