"""Mistakes of a class that reads files by their ids, and the contract of such a class.

Pure functions of records: each returns `{rule: Finding}` for the rules that did not hold.
"""

import itertools
import re
from dataclasses import replace

from autograder.mistakes.batches import LABELS_MISALIGNED, batch_findings, form_finding, own_labels
from autograder.mistakes.epochs import (
    DATA_SHUFFLED_ALONE,
    INPUT_CHANGED,
    LABELS_SHUFFLED_ALONE,
    epoch_findings,
)
from autograder.mistakes.finding import Finding, Mistake, case, plural
from autograder.mistakes.lengths import length_findings
from autograder.mistakes.raised import call_finding
from autograder.mistakes.refusals import ENDS_PYTHON, SWALLOWED_EMPTY, SWALLOWED_NONE, SWALLOWED_OTHER
from autograder.sequence.record import labels_of, order_of

__all__ = [
    "BYTES_SERVED",
    "FILES_CONTRACT",
    "MISTAKES",
    "OTHER_FILES",
    "damaged_finding",
    "missing_findings",
    "picture_epoch_findings",
    "picture_findings",
    "rereading",
]

FILES_CONTRACT = {
    1: "len(gen) is the int n / b, rounded up, for n ids.",
    2: "gen[i] is a tuple of two arrays: pictures of shape (k, 16, 16) or (k, 16, 16, 1), floats from 0 to 1, "
    "and labels of shape (k,), each picture with its own label.",
    3: "every epoch of fit serves the picture of every id exactly once, and on_epoch_end puts them into "
    "a new order.",
    4: "within an epoch the same index gives the same batch again, asked in any order, and by two threads at "
    "once.",
    5: "ids and labels are left as the caller passed them in.",
    6: "DataGenerator is a subclass of tf.keras.utils.Sequence.",
    9: "a file that is missing raises an exception that names its id, and a damaged one raises too; nothing "
    "is left out or put in its place.",
}

OTHER_FILES = Mistake(
    "other_files",
    2,
    "A folder may hold more files than the ids, in any order: read those of the ids.",
    hint="Which list decides what is read: the ids, or what is in the folder?",
)
BYTES_SERVED = Mistake(
    "bytes_served",
    2,
    "A grey pixel is a byte from 0 to 255; a model learns better from numbers between 0 and 1.",
    hint="What is the brightest value in your batch?",
)
SHUFFLE_REMOVED = Mistake(
    "shuffle_removed",
    3,
    "A shuffle that mixes up pairs is to be repaired, not taken out: fit itself shuffles whole batches only.",
    hint="What does your on_epoch_end change?",
)
ID_UNNAMED = Mistake(
    "id_unnamed",
    9,
    "Where the order is shuffled, the index of a batch says nothing: the id of the file does.",
    hint="Does your exception, or the one it was raised from, hold the path?",
)

PAIRS = (LABELS_MISALIGNED, DATA_SHUFFLED_ALONE, LABELS_SHUFFLED_ALONE)
MISTAKES = (OTHER_FILES, BYTES_SERVED, SHUFFLE_REMOVED, ID_UNNAMED)

ENOUGH = 10
"""Of so many pictures no two shuffles are alike, by any chance that counts."""


def rereading(finding):
    """Let a finding point to the contract of a class that reads files."""
    rule = finding.rule or finding.mistake.rule
    if finding.reread_text or rule not in FILES_CONTRACT:
        return finding
    return replace(finding, reread_text=f"Contract {rule}: {FILES_CONTRACT[rule]}")


def picture_findings(records):
    """Judge the rules "length", "pictures" and "labels".

    records: one a case, with the batches that were asked for directly. Any order of pictures is right.
    """
    lengths = length_findings(records)
    records = [replace(record, batches=[_plain(record, b) for b in record.batches]) for record in records]
    wrong = batch_findings(records)
    found = {
        "length": next(iter(lengths.values()), None),
        "pictures": wrong.get("form", wrong.get("samples")),
        "labels": wrong.get("labels"),
    }
    return {rule: finding for rule, finding in found.items() if finding is not None}


def _plain(record, batch):
    """A batch as if it had come in the one shape and the dtypes that are compared with."""
    dtype, label_dtype, shape = batch.dtype, batch.label_dtype, batch.shape
    if re.match(r"b?float", dtype):
        dtype = record.dtype
    if re.match(r"u?int|float", label_dtype):
        label_dtype = record.label_dtype
    if shape[1:] == (*record.sample_shape, 1):
        shape = shape[:-1]
    return replace(batch, dtype=dtype, label_dtype=label_dtype, shape=shape)


def picture_epoch_findings(records):
    """Judge the rules "again", "fit", "once", "unchanged" and "shuffled".

    records: one a case, asked directly and after `on_epoch_end`, and run through `fit`.
    """
    found = epoch_findings(records)
    changed = next((record for record in records if record.changed), None)
    if changed is not None:
        found["unchanged"] = Finding(
            INPUT_CHANGED,
            f"ids and labels to stay as they were, for {case(changed)}.",
            f"{' and '.join(changed.changed)} in another order, or with other values.",
            "whoever uses them after you, for a second object say, gets wrong pairs.",
            changed,
        )
    shuffled = _pairs_finding(records) or _shuffled_finding(records)
    if shuffled is not None:
        found["shuffled"] = shuffled
        if "once" in found and found["once"].mistake in PAIRS:  # that is one fault, not two
            del found["once"]
    return found


def _pairs_finding(records):
    """The finding for labels that do not follow their pictures after on_epoch_end."""
    for record in records:
        for batches in record.later:
            for batch in batches:
                if not batch.samples or batch.labels is None:
                    continue
                own = own_labels(record, batch)
                if list(batch.labels) != own:
                    return _unpaired(record, batches, batch, own)
    return None


def _unpaired(record, batches, batch, own):
    mistake = LABELS_MISALIGNED
    direct = all(list(b.labels or ()) == own_labels(record, b) for b in record.batches if b.samples)
    if direct and labels_of(batches) == labels_of(record.batches):
        mistake = DATA_SHUFFLED_ALONE
    elif direct and order_of(batches) == order_of(record.batches):
        mistake = LABELS_SHUFFLED_ALONE
    received = f"{plural(len(batch.labels), 'label')} beside {plural(len(own), 'picture')}."
    if len(own) == len(batch.labels):
        k = next(k for k, (a, b) in enumerate(zip(own, batch.labels)) if a != b)
        received = f"label {batch.labels[k]} beside picture {batch.samples[k]}, which has label {own[k]}."
    return Finding(
        mistake,
        f"every picture with its own label after on_epoch_end, for {case(record)}.",
        received,
        "the model learns wrong answers, and fit does not complain.",
        record,
    )


def _shuffled_finding(records):
    for record in records:
        if record.n < ENOUGH or not record.later:
            continue
        before, orders = order_of(record.batches), [order_of(batches) for batches in record.later]
        if not before or any(one == other for one, other in itertools.pairwise([before, *orders])):
            return Finding(
                SHUFFLE_REMOVED,
                f"another order of the pictures after each on_epoch_end, for {case(record)}.",
                "the same order in two epochs." if before else "no picture at all.",
                "every epoch takes the same steps, and sorted labels stay together.",
                record,
            )
    if not any(record.later for record in records):
        unasked = epoch_findings(records)
        return next(iter(unasked.values()), None)
    return None


# Files that cannot be read -------------------------------------------------------------------


def missing_findings(record, missing, folder):
    """Judge the rules "raises" and "named" by a record of which one id has no file.

    missing: that id. folder: the path, which is not counted as words. `refused`: what came for every
    batch, or for making the object.
    """
    asked = f"an exception that names the id {missing}, which has no file, for {case(record)}."
    swallowed = _swallowed(record, asked)
    if swallowed is not None:
        return {"raises": swallowed, "named": swallowed}
    words = [b.problem.words.replace(folder, "") for b in record.refused if b.problem is not None]
    if any(re.search(rf"(?<!\d){missing}(?!\d)", said) for said in words):
        return {}
    problem = next(b.problem for b in record.refused if b.problem is not None)
    so = "nobody learns which of the files is missing."
    return {"named": Finding(ID_UNNAMED, asked, f"{problem.said}.", so)}


def damaged_finding(record):
    """The finding for a file that is cut off, and is served all the same; None where it raises."""
    return _swallowed(record, f"an exception for a picture that is cut off, for {case(record)}.")


def _swallowed(record, asked):
    """The finding for what came in place of an exception; None where one came."""
    for batch in record.refused:
        problem = batch.problem
        if problem is not None and problem.silent:
            return call_finding(problem, "__getitem__", asked, rule=9)
        if problem is not None and not problem.is_a("Exception"):
            received = f"{problem.said}."
            return Finding(ENDS_PYTHON, asked, received, "this is a request to end Python.")
        if problem is not None:
            return None
    for batch in record.refused:
        if batch.form == "exception":
            return form_finding(record, batch, 9, asked)
        if batch.form in ("none", "nones", "partly_none"):
            so = "fit stops with an error that does not say why, or waits for ever."
            return Finding(SWALLOWED_NONE, asked, f"{batch.received}.", so)
        if not batch.size:
            so = "fit takes an empty step, and nobody learns of the loss."
            return Finding(SWALLOWED_EMPTY, asked, f"{batch.received}.", so)
    rows = sum(batch.size for batch in record.refused)
    received = f"{plural(len(record.refused), 'batch')} with {plural(rows, 'picture')}, and no exception."
    so = "fit trains on less, or on something else, and nobody learns of the loss."
    return Finding(SWALLOWED_OTHER, asked, received, so)
