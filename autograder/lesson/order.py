"""Rules 11 to 13: what a class is asked about the order that it serves samples in.

Nothing hangs on what a class says of itself: every order is read from the batches that came.
"""

from dataclasses import replace

from autograder.lesson.trying import CannotGoOn
from autograder.mistakes.batches import ROWS_SHUFFLED
from autograder.mistakes.epochs import same
from autograder.mistakes.order import (
    SHUFFLED_ANYWAY,
    WRONG_DEFAULT_SHUFFLE,
    kept_finding,
    order_findings,
    seed_findings,
    unshuffled_finding,
)
from autograder.sequence.fit import watch_fit
from autograder.sequence.observe import ask, changes, note_lengths
from autograder.sequence.samples import Identity

__all__ = ["judge_kept", "judge_seed", "judge_shuffled"]

EPOCHS = 3
"""Of a `fit`; where two objects are compared, the first two."""
MANY = (160, 8)
"""So many samples, in so many batches, that it can be told how well they are shuffled."""
SEEDS = (0, 1, 7)
"""0 is a seed too."""
ANY_SEED = 5


def _served(trying, samples, batch_size):
    """The record of an object that is asked directly, twice, and run through `fit`."""
    record = trying.record(samples, batch_size)
    identity, before = Identity(samples.data), (samples.data.copy(), samples.labels.copy())
    guest = trying.make(samples, batch_size)
    note_lengths(record, guest.length(), guest.num_batches())
    count = record.asked_length if record.fit_length is None else record.fit_length
    indices = range(min(count, record.asked_length))
    record.batches = ask(guest, indices, identity)
    if record.stuck:
        return record
    record.again = ask(guest, reversed(indices), identity)
    if not _changed(record.batches, record.again):
        guest.length()
        after = ask(guest, indices, identity)
        record.len_moves = _changed(record.batches, after)
        record.again = after if record.len_moves else record.again
    if record.may_fit:
        watch_fit(guest.for_fit, record, before[0], EPOCHS)
    if guest.end_epoch().good:
        record.later = [ask(guest, indices, identity)]
    record.changed = changes(before, guest)
    return record


def _changed(batches, again):
    first = {batch.index: batch for batch in batches}
    return any(not same(first[batch.index], batch) for batch in again if batch.index in first)


def judge_kept(trying, sizes, watched, found):
    """Look at every `fit` with shuffle=False, with and without a seed: the order is to be that of the data.

    trying: with that option. watched: records of those without a seed that have been run already. Fills in
    `found`, the findings of contracts 1 to 6 in it already.
    """
    records = []
    for place, (n, b) in enumerate(sizes):
        tried = trying.having(**trying.options, **({"seed": ANY_SEED} if place % 2 else {}))
        known = [record for record in watched if (record.n, record.batch_size) == (n, b) and record.epochs]
        if known and not place % 2:
            records.append(known[0])
            continue
        try:
            records.append(_served(tried, tried.samples(n, place), b))
        except CannotGoOn as error:
            found.setdefault("order", error.finding)
            return records
        if records[-1].stuck:
            break
    finding = next(filter(None, map(kept_finding, records)), None)
    batches = found.get("batches")
    if batches is not None and batches.mistake is ROWS_SHUFFLED:  # one fault is to cost its own rule alone
        finding = finding or replace(found["batches"], mistake=SHUFFLED_ANYWAY, hint=None)
        del found["batches"]
    if finding is not None:
        found["order"] = finding
    elif all(name in found for name in ("length", "batches", "epochs")):
        found["order"] = found["batches"]  # would hold of nothing
    return records


def judge_shuffled(trying, sizes, rules, found):
    """Run `fit` with shuffle=True, given and by default, on the named sizes and on many samples."""
    records = []
    cases = [(size, {"shuffle": True, "seed": place}) for place, size in enumerate(sizes)]
    for place, ((n, b), options) in enumerate([*cases, (MANY, {})]):
        tried = trying.having(**options)
        records.append(_served(tried, tried.samples(n, place), b))
        if records[-1].stuck:
            break
    found.update(order_findings(records))
    default = records[-1]
    if not default.options and unshuffled_finding(default) and not any(map(unshuffled_finding, records[:-1])):
        wrong = replace(unshuffled_finding(default), mistake=WRONG_DEFAULT_SHUFFLE)
        found.clear()
        found.update({**order_findings(records[:-1]), "rows": wrong})
    return records


def judge_seed(trying, sizes, rules, found):
    """Run `fit` on an object of each seed, on another of the first, and on one while another is in use.

    Where something is wrong, on another of each seed, to know what. Of other sizes, on two objects.
    """
    records = []
    for place, (n, b) in enumerate(sizes):
        seeds = SEEDS[-1:] if place else SEEDS

        def made(seed, n=n, b=b, place=place):
            """A guest with data of its own, and its record so far."""
            tried, samples = trying.having(shuffle=True, seed=seed), trying.samples(n, place)
            return tried.make(samples, b), tried.record(samples, b), samples.data

        first = {seed: _epochs_of(*made(seed)) for seed in seeds}
        again = {seeds[0]: _epochs_of(*made(seeds[0]))}
        beside = {}
        if not place:
            one, other = made(seeds[-1]), made(seeds[0])
            other[0].end_epoch()
            beside[seeds[-1]] = _epochs_of(*one)
        wrong = seed_findings(first, again, beside)
        if wrong and len(seeds) > 1:
            again |= {seed: _epochs_of(*made(seed)) for seed in seeds[1:]}
            wrong = seed_findings(first, again, beside)
        records += first.values()
        found.update({**wrong, **found})
    return records


def _epochs_of(guest, record, data):
    """The record of a guest whose first batches are asked for, and that is run through two epochs."""
    identity = Identity(data)
    note_lengths(record, guest.length(), guest.num_batches())
    record.batches = ask(guest, range(min(record.fit_length or 0, record.asked_length)), identity)
    if record.may_fit:
        watch_fit(guest.for_fit, record, data.copy(), EPOCHS - 1)
    return record
