"""Rules 1 to 6: what a class is asked in the checks of lengths, batches and epochs.

Each function fills in what it found, `{rule: Finding}`, and returns the records that it has seen.
"""

import time
from dataclasses import replace

import numpy as np

from autograder.lesson.trying import RARE_KINDS, CannotGoOn
from autograder.mistakes.batches import (
    LABELS_CHANGED,
    TELLS_BY_VALUE,
    VALUES_CHANGED,
    batch_findings,
    order_is_free,
)
from autograder.mistakes.epochs import (
    INPUT_CHANGED,
    RANDOM_EACH_TIME,
    SHARED_BETWEEN_OBJECTS,
    STATE_IN_GETITEM,
    epoch_findings,
    same,
)
from autograder.mistakes.finding import CONTRACT, Finding, right_samples
from autograder.mistakes.lengths import (
    NOT_THIRD,
    WRONG_LENGTH,
    changing_finding,
    default_size_finding,
    length_finding,
    length_findings,
    length_rule,
)
from autograder.mistakes.raised import call_finding
from autograder.sequence.fit import watch_fit
from autograder.sequence.observe import ask, changes, note_lengths, observe_guest
from autograder.sequence.reading import read_length, read_outcome
from autograder.sequence.samples import Identity, Meeting, numbered

__all__ = ["judge_batches", "judge_epochs", "judge_length"]

LARGE = (1300, 100)
"""More samples than a byte counts, and than the thousand that people write by hand."""
MANY_BATCHES = (2_500, 7)
"""More batches than people try by hand."""
SMALL = [*((n, b) for n in range(1, 13) for b in range(1, 14)), LARGE, MANY_BATCHES]
LONG = [(257, 256), (1025, 1024), (10_001, 10_000)]
"""A last batch that is a small part of the others, which a rounding can lose."""
RARE = [(10, 4), (7, 3), (9, 4), (8, 3)]
"""Sizes for the rare kinds of data, one each."""
FEW = [*((n, b) for n in (1, 3, 10, 12) for b in (1, 3, 4, 13)), LARGE]
SLOW_SECONDS, TRIES = 0.1, 3
"""A class that takes longer for a batch, each time, is tried on few small cases, not on all: a machine
that is busy for a moment must not change what a class is tried on."""
DEFAULT_BATCH_SIZE, MANY = 32, 1_000
"""Of so many samples no other default batch size makes as many batches."""
MORE_EPOCHS = 4
"""So many more epochs end without `fit`: a class may change its ways later."""
SHUFFLED = 24
"""Of so many rows no two shuffles are alike."""


# Lengths -------------------------------------------------------------------------------------


def judge_length(trying, sizes, rules, found):
    """Ask for the length of many sizes, of the default batch size, and again."""
    records = []
    cases = [(n, b, trying.samples(n)) for n, b in [*SMALL, *LONG, *sizes]]
    for samples, b, trial in trying.each(cases, lambda n, b: 0, found, length_rule):
        record = trying.record(samples, b)
        note_lengths(record, trial.length, trial.num_batches)
        records.append(record)
        if record.is_over:
            break
    if not records:
        found.update(dict.fromkeys(rules, next(iter(found.values()))))
        return []
    wrong = {**length_findings(records), **found}
    if records[-1].is_over:
        wrong = dict.fromkeys(rules, next(iter(wrong.values())))
    elif wrong:
        wrong = _changing(trying, wrong)
    else:
        wrong = _other_lengths(trying)
    found.update({rule: _with_batches(trying, finding) for rule, finding in wrong.items()})
    return records


def _changing(trying, wrong):
    """Say of lengths that are wrong, and change, that they change."""
    record = next((finding.record for finding in wrong.values() if finding.record is not None), None)
    if record is None or record.length is None:
        return wrong
    again = _asked_thrice(trying, trying.samples(record.n), record.batch_size)
    if len(set(again.lengths)) < 2:
        return wrong
    return dict.fromkeys(wrong, changing_finding(again))


def _asked_thrice(trying, samples, batch_size):
    """Ask one object for its length at first, after a batch, and after `on_epoch_end`: a record."""
    record = trying.record(samples, batch_size)
    guest = trying.make(samples, batch_size)
    note_lengths(record, guest.length(), guest.num_batches())
    lengths = [record.length]
    if ask(guest, [0], Identity(samples.data))[0].form == "problem":
        return record  # that is for the batches to show
    lengths.append(read_length(guest.length())[0])
    if not guest.end_epoch().good:
        return record  # that is for `fit` to show
    lengths.append(read_length(guest.length())[0])
    record.lengths = tuple(lengths)
    return record


def _other_lengths(trying):
    """What lengths alone do not show: the default batch size, wide labels, a length that changes."""
    samples = trying.samples(MANY)
    record = trying.record(samples, DEFAULT_BATCH_SIZE)
    guest = trying.make(samples, None)
    note_lengths(record, guest.length(), guest.num_batches())
    if finding := default_size_finding(record):
        return {"remainder": finding}
    samples = trying.samples(10)
    wide = samples._replace(labels=np.stack([samples.labels] * 2, axis=1))
    record = trying.record(samples, 4)
    note_lengths(record, trying.make(wide, 4).length())
    if record.length != record.asked_length:
        return {
            "remainder": replace(
                length_finding(record, WRONG_LENGTH),
                reread_text=f"Contract 1: {CONTRACT[1]} Here every label is two numbers. What counts the samples?",
            )
        }
    if finding := _third_argument(trying, samples):
        return {"remainder": finding}
    record = _asked_thrice(trying, samples, 4)
    return {"remainder": changing_finding(record)} if len(set(record.lengths)) > 1 else {}


def _third_argument(trying, samples):
    """The finding for a class whose third argument is no batch size; None where it is."""
    made = trying.made(samples, 4, by_place=True)
    length = made.value.length() if made.good else made
    if length.good and read_length(length)[0] == 3:
        return None
    return Finding(
        NOT_THIRD,
        "len(DataGenerator(data, labels, 4)) == 3, for 10 samples.",
        f"{length.said_where}." if not length.good else f"{read_length(length)[1]}.",
        "who gives the batch size without its name gets an exception, or other batches.",
    )


def _with_batches(trying, finding):
    """Complete the record of a length finding, so that the figure can be drawn."""
    record = finding.record
    if record is None or record.batches or record.length is None:
        return finding
    samples = trying.samples(record.n)
    made = trying.made(samples, record.batch_size)
    if made.good:
        count = min(record.length, record.asked_length + 3)
        record.batches = ask(made.value, range(count), Identity(samples.data))
    return finding


# Batches -------------------------------------------------------------------------------------


def _cases(trying, sizes):
    """All cases to try: small ones with their two features, then the named sizes."""
    slow = min(_seconds_of_a_batch(trying) for _ in range(TRIES)) > SLOW_SECONDS
    named = [(n, b, trying.samples(n, k)) for k, (n, b) in enumerate(sizes)]
    return [(n, b, trying.samples(n)) for n, b in (FEW if slow else SMALL)] + named


def _seconds_of_a_batch(trying):
    samples = trying.samples(3)
    started = time.perf_counter()
    ask(trying.make(samples, 2), [0], Identity(samples.data))
    return time.perf_counter() - started


def judge_batches(trying, sizes, rules, found):
    """Ask directly for all batches of many sizes."""
    records = _served(trying, _cases(trying, sizes), found)
    if records and records[-1].is_over and not records[-1].stuck:
        found.update(dict.fromkeys(rules, length_finding(records[-1])))
        return []
    if not records:
        found.update(dict.fromkeys(rules, next(iter(found.values()))))
        return []
    _note_free_order(trying, records)
    wrong = batch_findings(records)
    if "samples" in wrong:
        wrong["samples"] = _cause(trying, wrong["samples"])
    if wrong and not any(b.size for r in records for b in r.batches):
        wrong = dict.fromkeys(rules, next(iter(wrong.values())))
    found.update(
        wrong or _rare_kinds_found(trying, found) or _equal_rows_found(trying) or _odd_values_found(trying)
    )
    return records


def _served(trying, cases, found):
    """The records of the batches of all cases, up to one after which nothing more can be judged."""
    records = []
    for samples, b, trial in trying.each(cases, lambda n, b: -(-n // b), found, lambda n, b: "samples"):
        record = trying.record(samples, b)
        note_lengths(record, trial.length, trial.num_batches)
        record.batches = trial.batches
        records.append(record)
        if record.is_over:
            break
    return records


def _rare_kinds_found(trying, found):
    """Serve kinds of data that fewer people have in mind."""
    cases = [(n, b, trying.samples(n, k, RARE_KINDS)) for k, (n, b) in enumerate(RARE)]
    records = _served(trying, cases, found)
    _note_free_order(trying, records)
    return batch_findings(records)


def _note_free_order(trying, records):
    """Allow any order where the class is seen to shuffle by itself: from one object to the next, or
    from one epoch to the next, but not from one call to the next."""
    if any(not order_is_free(record) for record in records) or all(map(_in_order, records)):
        return
    samples = trying.samples(SHUFFLED)
    identity = Identity(samples.data)
    half = SHUFFLED // 2

    def order(guest):
        return [batch.samples for batch in ask(guest, (0, 1), identity)]

    one, other = trying.make(samples, half), trying.make(samples, half)
    first = order(one)
    if order(one) != first:
        return
    free = order(other) != first
    if not free and one.end_epoch().good:
        free = order(one) != first
    for record in records:
        record.any_order = free


def _in_order(record):
    return all(
        list(batch.samples or ()) == right_samples(batch.index, record.n, record.batch_size)
        for batch in record.batches
    )


def _cause(trying, finding):
    """Look once more at wrong samples: do they change from call to call, or the data under them?

    What is not the same twice is no pattern, even if one case happens to fit one.
    """
    record = finding.record
    if record is None or finding.mistake.rule != 2:
        return finding
    samples = trying.samples(record.n)
    before = samples.data.copy(), samples.labels.copy()
    made = trying.made(samples, record.batch_size)
    if not made.good:
        return finding
    ask(made.value, range(len(record.batches)), Identity(before[0]))
    if changes(before, made.value):
        return replace(finding, mistake=INPUT_CHANGED)
    samples = trying.samples(SHUFFLED)
    made = trying.made(samples, SHUFFLED // 2)
    if not made.good:
        return finding
    identity = Identity(samples.data)
    for index in (0, 1):
        came = {ask(made.value, [index], identity)[0].samples for _ in range(3)}
        if len(came) > 1:
            return replace(finding, mistake=RANDOM_EACH_TIME)
    return finding


def _equal_rows_found(trying):
    """Serve samples that are all equal: a class that tells them by their values cannot."""
    samples = trying.samples(10)
    samples = samples._replace(data=np.zeros_like(samples.data))
    batches = ask(trying.make(samples, 4), range(3), Identity(samples.data))
    problem = next((batch.problem for batch in batches if batch.problem), None)
    if problem is not None:  # it raises where nobody asked for its length before
        return {"samples": call_finding(problem, "__getitem__", "gen[0] from a new object.")}
    served = [label for batch in batches for label in batch.labels or ()]
    if sorted(served, key=str) == sorted(samples.labels.tolist(), key=str):
        return {}
    missing = len(set(samples.labels.tolist()) - set(served))
    return {
        "labels": Finding(
            TELLS_BY_VALUE,
            "10 samples with 10 labels, for equal samples in batches of 4.",
            f"{len(served)} samples, and {missing} of the labels never.",
            "two samples may have the same values: their numbers tell them apart, not their values.",
        )
    }


def _odd_values_found(trying):
    """Serve values that someone may want to mend, and small labels: they must come as they are."""
    samples = trying.samples(10)
    data, labels = -samples.data, np.arange(-1, 9)
    data[2], data[5], data[8] = np.nan, -np.inf, np.inf
    samples = samples._replace(data=data, labels=labels)
    batches = ask(trying.make(samples, 4), range(3), Identity(data))
    came = [pair for batch in batches for pair in zip(batch.samples or (), batch.labels or ())]
    if sorted(came, key=str) == sorted(enumerate(labels.tolist()), key=str):
        return {}
    problem = next((batch.problem for batch in batches if batch.problem), None)
    changed = sorted(sample for sample, _ in came) != list(range(10))
    rule = "samples" if changed else "labels"
    return {
        rule: Finding(
            VALUES_CHANGED if changed else LABELS_CHANGED,
            "10 samples and labels unchanged: negative numbers, NaN and infinity among the samples, "
            "labels from -1 to 8.",
            f"{problem.said}." if problem else f"{rule} that are not those that were given.",
            "who trains with it trains on other data than was given.",
            hint="What does __getitem__ do with such values?",
        )
    }


# Epochs --------------------------------------------------------------------------------------


def judge_epochs(trying, sizes, rules, found):
    """Ask for all batches twice, and after an epoch; then run `fit`."""
    records = []
    for b, samples in [(b, trying.samples(n, k)) for k, (n, b) in enumerate(sizes)]:
        try:
            record = _epochs_of(trying, samples, b)
        except CannotGoOn as error:
            found.setdefault("once", error.finding)
            if error.finding.mistake.final:
                raise
            continue
        if record.length_problem is not None and record.length_problem.kind == "NotImplementedError":
            found.update(dict.fromkeys(rules, length_finding(record)))
            return []
        records.append(record)
        if record.stuck:
            break
    if not records:
        found.update(dict.fromkeys(rules, next(iter(found.values()))))
        return []
    wrong = {**epoch_findings(records), **found}
    if "again" not in wrong and (finding := _shared_finding(trying)) is not None:
        wrong["again"] = finding
    found.update(wrong or _mixed_up(trying))
    return records


def _epochs_of(trying, samples, batch_size):
    """The record of one case, asked directly and run through `fit`. Raises: CannotGoOn."""
    fresh = samples._replace(data=samples.data.copy(), labels=samples.labels.copy())
    guest = trying.make(samples, batch_size)
    record = observe_guest(guest, *samples, batch_size)
    record.is_sequence = trying.host.is_sequence
    if record.stuck:
        return record
    later = _after_epochs(guest, record, Identity(fresh.data))
    record.later = [served for served in later if len(served) == record.length]
    if record.may_fit:
        before = fresh.data.copy(), fresh.labels.copy()
        guest = trying.make(fresh, batch_size)
        with trying.host.luck():
            watch_fit(guest.for_fit, record, before[0])
        record.changed = tuple(sorted({*record.changed, *changes(before, guest)}))
    return record


def _after_epochs(guest, record, identity):
    """Ask once more, right after an epoch ended, and after a few more: lists of `Batch`."""
    ask(guest, [0], identity)
    lengths = [record.length, read_length(guest.length())[0]]
    later = []
    for epochs in (1, MORE_EPOCHS):
        if not all(guest.end_epoch().good for _ in range(epochs)):
            break  # that is for `fit` to show
        record.lengths = (*lengths, read_length(guest.length())[0])
        later.append(ask(guest, range(len(record.batches)), identity))
    return later


def _shared_finding(trying):
    """Make a second object: the first must go on to serve its own data."""
    one = trying.samples(10)
    other = trying.samples(7) if trying.refuses else numbered(7, (3,))
    identity = Identity(one.data)
    first = trying.make(one, 4)

    def thrice():
        return {(b.samples, b.labels): b for b in (ask(first, [1], identity)[0] for _ in range(3))}

    before = thrice()
    second = trying.make(other, 3)
    ask(second, [1], Identity(other.data))
    after = thrice()
    if any(len(batches) > 1 for batches in (before, after)):
        return Finding(
            RANDOM_EACH_TIME,
            "gen[1] to be the same whenever it is asked for, three times here.",
            f"{max(map(len, (before, after)))} different batches.",
            "some samples come twice in an epoch and others never, as chance will have it.",
        )
    if before.keys() == after.keys():
        return None
    batch = next(iter(after.values()))
    return Finding(
        SHARED_BETWEEN_OBJECTS,
        "gen[1] to be the same after another object was made from other data.",
        f"{batch.received}, which is not what came before.",
        "training and validation data cannot be served side by side.",
    )


def _mixed_up(trying):
    """Ask for two batches at once, of slow arrays: does each call get its own?"""
    samples = trying.samples(10)
    identity = Identity(samples.data)
    guest = trying.make(type(samples)(*map(Meeting, samples)), 4)
    alone = ask(guest, [0, 1], identity)
    came = list(zip(alone, guest.together([0, 1])))
    guest = trying.make(samples, 4)
    served, others = guest.interrupted(0, 1)
    if not all(map(same, alone, ask(trying.make(samples, 4), [0, 1], identity))):
        alone = ask(guest, [0, 1], identity)  # each object has an order of its own
    came += [(alone[0], served), *((alone[1], outcome) for outcome in others)]
    for own, outcome in came:
        batch = read_outcome(own.index, outcome, identity)
        if not same(batch, own):
            return {
                "again": Finding(
                    STATE_IN_GETITEM,
                    "gen[0] and gen[1] to be the same when two threads ask at once, for 10 samples "
                    "in batches of 4.",
                    f"for gen[{own.index}] {batch.received}, with samples {list(batch.samples or ())} and "
                    f"labels {list(batch.labels or ())}.",
                    "fit with workers asks from several threads, and batches get mixed up.",
                    hint="What does __getitem__ keep on self from one line to the next?",
                )
            }
    return {}
