"""Mistakes that show when a batch is asked for again, and in the epochs of a real `fit`."""

import re

import numpy as np

from autograder.mistakes.batches import (
    FORMS,
    LABELS_MISALIGNED,
    VALUES_CHANGED,
    WRONG_SAMPLES,
    own_labels,
)
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
from autograder.mistakes.lengths import (
    DROPS_TAIL,
    NUM_BATCHES_DIFFERS,
    changing_finding,
    length_finding,
    other_num_batches_finding,
)
from autograder.mistakes.raised import FIT_HANGS, FIT_RAISES, call_finding
from autograder.sequence.outcome import LATE
from autograder.sequence.record import NOT_A_SAMPLE

__all__ = [
    "DATA_SHUFFLED_ALONE",
    "INPUT_CHANGED",
    "LABELS_SHUFFLED_ALONE",
    "MISTAKES",
    "NOT_A_SEQUENCE",
    "RANDOM_EACH_TIME",
    "SAMPLES_REPEATED",
    "SHARED_BETWEEN_OBJECTS",
    "STATE_IN_GETITEM",
    "again_finding",
    "changed_finding",
    "epoch_findings",
    "fit_finding",
    "no_sequence_finding",
    "pairs_finding",
    "rounds",
    "same",
    "times_finding",
]

NOT_A_SEQUENCE = Mistake(
    "not_a_sequence", 6, "fit asks for batches by index only where the class is a Sequence of Keras."
)
STATE_IN_GETITEM = Mistake(
    "state_in_getitem",
    4,
    "What __getitem__ keeps on self is another call's by the time that it is read.",
    hint="What does __getitem__ remember, or draw, between two calls?",
)
RANDOM_EACH_TIME = Mistake(
    "random_each_time",
    4,
    "A draw in __getitem__ serves some samples twice in an epoch, and others never.",
    hint="What in __getitem__ is random?",
)
ITERATOR_EXHAUSTED = Mistake(
    "iterator_exhausted",
    4,
    "A generator or an iterator can be walked once; fit asks for every batch in every epoch.",
    hint="What can be walked, or taken from, only once?",
)
SHARED_BUFFER = Mistake(
    "shared_buffer",
    4,
    "fit fetches ahead: an array that is filled again is another batch's by the time it is used.",
    hint="Make a new array for every batch.",
)
SHARED_BETWEEN_OBJECTS = Mistake(
    "shared_between_objects",
    4,
    "What stands on the class or in the module is one for all objects of it.",
    hint="What belongs to the class, or to the module, and should belong to self?",
)
INPUT_CHANGED = Mistake(
    "input_changed",
    5,
    "Shuffling or scaling in place changes the caller's own arrays.",
    hint="Which of your lines work on the caller's own array?",
)
SAMPLES_MISSING = Mistake("samples_missing", 3, "Some samples are in no batch of an epoch.")
SAMPLES_REPEATED = Mistake(
    "samples_repeated", 3, "Some samples come more than once in an epoch, and count more than the others."
)
CHANGES_AFTER_EPOCH = Mistake(
    "changes_after_epoch",
    3,
    "What on_epoch_end changes must leave every sample in the epoch, once.",
    hint="What does on_epoch_end change?",
)
DATA_SHUFFLED_ALONE = Mistake(
    "data_shuffled_alone",
    2,
    "Data and labels may move only together: one order for both.",
    hint="Data and labels may move only together.",
)
LABELS_SHUFFLED_ALONE = Mistake(
    "labels_shuffled_alone",
    2,
    "Data and labels may move only together: one order for both.",
    hint="Data and labels may move only together.",
)

MISTAKES = (
    NOT_A_SEQUENCE,
    STATE_IN_GETITEM,
    RANDOM_EACH_TIME,
    ITERATOR_EXHAUSTED,
    SHARED_BUFFER,
    SHARED_BETWEEN_OBJECTS,
    INPUT_CHANGED,
    SAMPLES_MISSING,
    SAMPLES_REPEATED,
    CHANGES_AFTER_EPOCH,
    DATA_SHUFFLED_ALONE,
    LABELS_SHUFFLED_ALONE,
)


def epoch_findings(records):
    """Judge what `fit` did: `{rule: Finding}` for "fit", "once", "again", "unchanged".

    records: one a case, asked directly (twice) and run through `fit`.
    """
    found: dict[str, Finding] = {}
    judges = {
        "fit": fit_finding,
        "once": _once_finding,
        "again": again_finding,
        "unchanged": changed_finding,
    }
    for record in sorted(records, key=telling):
        found = {**judged(judges, record), **found}
    found = {rule: found[rule] for rule in judges if rule in found}
    if any(record.moved is not None for record in records) and "again" in found:
        # whether `fit` sees the overwritten values depends on how far ahead it fetched
        found["once"] = found["again"]
    if records and not any(batch.samples for record in records for batch in record.batches):
        for rule in ("again", "unchanged"):  # would hold of nothing
            found.setdefault(rule, _nothing_served(records[0]))
    if not all(record.is_sequence for record in records):
        found["fit"] = no_sequence_finding()
    return found


def no_sequence_finding():
    """The finding for a class without the base class."""
    return Finding(
        NOT_A_SEQUENCE,
        "class DataGenerator(tf.keras.utils.Sequence).",
        "a class that is no subclass of it.",
        "fit does not know that it can ask this object for batches.",
    )


def fit_finding(record):
    """The finding for what `fit` did not run to its end with; None where it did."""
    asked = f"fit to run for 2 epochs, on {case(record)}."
    unable = _unable(record, asked)
    if unable is not None:
        return unable
    if record.fit_problem is None:
        return None
    problem = record.fit_problem
    if problem.silent:
        so = "fit waits for a batch that never comes."
        mistake = FIT_HANGS if problem.how == LATE else None
        if mistake is not None:
            return Finding(mistake, asked, f"no end: {problem.message}.", so, record)
        return call_finding(problem, "__getitem__", asked, record, rule=3)
    return Finding(
        FIT_RAISES, asked, f"{problem.kind}: {own_words(problem.message)}", "training stops here.", record
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
    if record.own_num_batches and not record.num_batches:
        return other_num_batches_finding(record)
    if record.fit_length is None or record.fit_length == 0:
        return length_finding(record)
    if not record.fit_ran:
        bad = next((b for b in record.batches if b.form in ("none", "sparse") or b.problem), None)
        if bad is None:
            return length_finding(record)
        if bad.problem is not None:
            return call_finding(bad.problem, "__getitem__", asked, record)
        mistake, so = FORMS[bad.form]
        return Finding(mistake, asked, f"gen[{bad.index}] is {bad.received}.", so, record)
    return None


def _once_finding(record):
    if record.fit_problem is not None or not record.epochs:
        return fit_finding(record)
    for epoch, (when, batches) in enumerate(rounds(record)):
        finding = times_finding(record, epoch, when, batches) or pairs_finding(record, when, batches)
        if finding is not None:
            return finding
    return None


def rounds(record):
    """The epochs that were served, in `fit` and after it: pairs (when it was, list of `Batch`)."""
    in_fit = [(f"in epoch {k + 1} of fit", batches) for k, batches in enumerate(record.epochs)]
    return in_fit + [("asked directly after on_epoch_end", batches) for batches in record.later]


def times_finding(record, epoch, when, batches):
    """The finding for an epoch that does not serve every sample once; None where it does."""
    times = record.count(batches)
    never, often = np.flatnonzero(times == 0), np.flatnonzero(times > 1)
    if not len(never) and not len(often):
        return None
    return _not_once(record, epoch, f"every sample once {when}, for {case(record)}.", never, often)


def pairs_finding(record, when, batches):
    """The finding for an epoch in which a sample comes with another's label; None where none does."""
    for batch in batches:
        if batch.samples and batch.labels is not None:
            own = own_labels(record, batch)
            if list(batch.labels) != own:
                asked = f"every sample with its own label {when}, for {case(record)}."
                return _unpaired(record, batch, own, asked)
    return None


def _not_once(record, epoch, asked, never, often):
    said = []
    if len(never):
        said.append(f"{several(never)} never")
    if len(often):
        said.append(f"{several(often)} more than once")
    cause = SAMPLES_REPEATED if len(often) else SAMPLES_MISSING
    strange = any(NOT_A_SAMPLE in (b.samples or ()) for b in record.epochs[0])
    if len(set(record.lengths)) > 1:
        return changing_finding(record)
    if record.fit_length is not None and record.fit_length < record.asked_length and not len(often):
        cause = NUM_BATCHES_DIFFERS if record.own_num_batches else DROPS_TAIL
    elif strange and not any(batch.told for batch in record.batches):
        return _changed_values(record, asked)
    elif epoch or strange:
        cause = CHANGES_AFTER_EPOCH
    so = (
        f"the model never learns from {plural(len(never), 'sample')}, and fit does not complain."
        if len(never)
        else "these samples count more than the others, and fit does not complain."
    )
    return Finding(cause, asked, ", ".join(said) + ".", so, record)


def _changed_values(record, asked):
    rows = sum(batch.size for batch in record.epochs[0])
    return Finding(
        VALUES_CHANGED,
        asked,
        f"{plural(rows, 'row')}, none with the values of a sample.",
        "the model learns from other values than were given, and fit does not complain.",
        record,
        rule=2,
    )


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
    mistake = LABELS_MISALIGNED
    if direct and record.batches:
        mistake = DATA_SHUFFLED_ALONE if moved else LABELS_SHUFFLED_ALONE
    if len(own) != len(batch.labels):
        received = f"{plural(len(batch.labels), 'label')} beside {plural(len(own), 'sample')}."
    elif None in batch.labels:
        received = f"labels of shape {batch.label_shape}: more than one number for a sample."
    else:
        k = next(k for k, (a, b) in enumerate(zip(own, batch.labels)) if a != b)
        received = f"label {batch.labels[k]} beside sample {batch.samples[k]}, which has label {own[k]}."
    return Finding(
        mistake, asked, received, "the model learns wrong answers, and fit does not complain.", record
    )


def again_finding(record):
    """The finding for a batch that is another one when it is asked for again; None where there is none."""
    again = {batch.index: batch for batch in record.again}
    for batch in record.batches:
        other = again.get(batch.index)
        if other is None or same(batch, other):
            continue
        asked = f"gen[{batch.index}] to be the same when it is asked for again, for {case(record)}."
        right = all(
            list(b.samples or ()) == right_samples(b.index, record.n, record.batch_size)
            for b in record.batches
        )
        if other.problem is not None and batch.problem is None:
            used_up = all(batch.problem is not None for batch in record.again)
            return Finding(
                ITERATOR_EXHAUSTED if used_up else STATE_IN_GETITEM,
                asked,
                f"{other.problem.said} the second time.",
                "the second epoch has no batches, or others.",
                record,
                hint=ITERATOR_EXHAUSTED.hint,
            )
        return Finding(
            STATE_IN_GETITEM if right else RANDOM_EACH_TIME,
            asked,
            f"{_brief(batch)} the first time, {_brief(other)} the second time.",
            "what an epoch serves depends on who asked before: fit itself looks at batches 0 and 1 "
            "before it begins.",
            record,
            hint=STATE_IN_GETITEM.hint,
        )
    if record.moved is not None:
        return Finding(
            SHARED_BUFFER,
            f"gen[{record.moved}] to keep its values, for {case(record)}.",
            "other values, after another batch was asked for.",
            "every batch is the same array, overwritten each time, and fit fetches ahead.",
            record,
        )
    return None


def same(one, other):
    """Whether two batches came out alike."""
    return (one.form, one.samples, one.labels) == (other.form, other.samples, other.labels)


def _brief(batch):
    if batch.problem is not None:
        return batch.problem.said
    if batch.samples is None:
        return batch.received
    return several(batch.samples) if batch.samples else "an empty batch"


def changed_finding(record):
    """The finding for arrays of the caller that were changed in place; None where none were."""
    if not record.changed:
        return None
    what = " and ".join(record.changed)
    return Finding(
        INPUT_CHANGED,
        f"data and labels to stay as they were, for {case(record)}.",
        f"{what} that {'is' if what == 'data' else 'are'} changed in place.",
        "whoever uses these arrays after you gets other values or another order.",
        record,
    )


def _nothing_served(record):
    """No batch came at all, so a rule about batches cannot hold."""
    asked = f"at least one batch, for {case(record)}."
    bad = next((b for b in record.batches if b.problem is not None), None)
    if bad is not None:
        return call_finding(bad.problem, "__getitem__", asked, record)
    bad = next(iter(record.batches), None)
    if bad is None:
        return length_finding(record)
    mistake, so = FORMS.get(bad.form, (WRONG_SAMPLES, "nothing is served."))
    return Finding(mistake, asked, f"{bad.received}.", so, record)
