"""The checks of lesson 5: a class that reads pictures from files, by a list of ids.

The pictures are made here, and written where the class can read them. What it serves is told by its
pixels, so no reader, no cache and no order of the pictures is right or wrong.
"""

import functools
from dataclasses import replace
from pathlib import Path

from autograder.lesson.checks import MOST_FITS, Check
from autograder.lesson.trying import CannotGoOn, unmade_finding
from autograder.mistakes.batches import VALUES_CHANGED
from autograder.mistakes.epochs import RANDOM_EACH_TIME, SHARED_BETWEEN_OBJECTS, STATE_IN_GETITEM, same
from autograder.mistakes.files import (
    BYTES_SERVED,
    OTHER_FILES,
    damaged_finding,
    missing_findings,
    picture_epoch_findings,
    picture_findings,
    rereading,
)
from autograder.mistakes.finding import Finding, plural
from autograder.mistakes.lengths import default_size_finding, length_finding
from autograder.mistakes.raised import call_finding
from autograder.sequence.fit import watch_fit
from autograder.sequence.observe import ask, changes, note_lengths, observe_guest
from autograder.sequence.pictures import DAMAGED, FEW, OTHERS, PICTURES, PictureIdentity, Pictures, album
from autograder.sequence.reading import read_outcome
from autograder.sequence.record import Batch, Record

__all__ = ["check_missing_file", "check_picture_epochs", "check_pictures"]

SMALL = [(n, b) for n in (1, 4, 7, 10, 12) for b in (1, 3, 4, 13)]
IN_A_LIST = 7
"""So many ids come in a list, not in an array."""
DEFAULT_BATCH_SIZE, MANY = 32, 65
MORE_EPOCHS = 3
GIVEN = {
    "takes": "ids, labels, folder",
    "noun": "ids",
    "hint": "The arguments are ids, labels, folder and batch_size=32.",
}
"""How a class that reads files is made."""


class PictureTrying:
    """A class under test that reads files. host: who answers for it, see `sequence.host`."""

    def __init__(self, host):
        self.host, self.album, self._folder = host, album(), None
        self.steps, self.refuses = 255, None

    def look_for_refusal(self):
        """Find out whether bytes are served: a class is tried on them then, so that it costs one rule."""
        guest = self.make(self.pictures(10), 4)
        if ask(guest, [0], self.identity(10))[0].told:
            return
        batch = ask(guest, [0], self.identity(10, steps=1))[0]
        if batch.told:
            self.steps, self.refuses = 1, _bytes_finding(batch)

    def pictures(self, n, folder=PICTURES):
        """The first n pictures of a folder, new arrays each time. Raises: CannotGoOn, without a folder."""
        if self._folder is None:
            written = self.host.folder_with(self.album.files())
            if not written.good or not isinstance(written.value, str):
                raise CannotGoOn(call_finding(written, "__init__", "files to read."))
            self._folder = Path(written.value)
        ids = self.album.ids[:n].copy()
        ids = ids.tolist() if n == IN_A_LIST else ids
        return Pictures(ids, self.album.labels[:n].copy(), self._folder / folder)

    def identity(self, n, folder=PICTURES, steps=None):
        """What tells the first n pictures; with None for n, all that there is a file of."""
        return PictureIdentity(self.album.pixels(n, folder), steps or self.steps)

    def record(self, n, batch_size):
        """A record of the first n pictures, to be filled in."""
        facts = {"is_sequence": self.host.is_sequence, "any_order": True}
        return Record.of(self.album.pixels(n), self.album.labels[:n], batch_size, **facts)

    def make(self, pictures, batch_size):
        """Make an object: its `Guest`. Raises: CannotGoOn where there is none."""
        made = self.host.make(pictures, batch_size)
        if not made.good:
            raise CannotGoOn(unmade_finding(made, len(pictures.ids), batch_size, **GIVEN))
        return made.value


def _bytes_finding(batch):
    return Finding(
        BYTES_SERVED,
        "pixels from 0 to 1 in gen[0], for 10 ids in batches of 4.",
        f"pixels from 0 to 255: {batch.received}.",
        "they are the bytes of the file, which nobody divided by 255.",
    )


def _told(judge):
    """A judge whose findings point to the contract of this lesson."""

    @functools.wraps(judge)
    def judged(trying, sizes, rules, found):
        try:
            return judge(trying, sizes, rules, found)
        except CannotGoOn as error:
            raise CannotGoOn(rereading(error.finding)) from error
        finally:
            found.update({rule: rereading(finding) for rule, finding in found.items()})

    return judged


def _all(rules, found, finding):
    found.update(dict.fromkeys(rules, finding))
    return []


# What is served ------------------------------------------------------------------------------


@_told
def judge_pictures(trying, sizes, rules, found):
    """Ask for the length and all batches of many sizes. sizes: pairs (n, batch size)."""
    records = []
    cases = [*SMALL, *sizes]
    trials = trying.host.each(
        [
            (trying.pictures(n), b, -(-n // b), functools.partial(read_outcome, identity=trying.identity(n)))
            for n, b in cases
        ]
    )
    for (n, b), trial in zip(cases, trials):
        if not trial.made.good:
            raise CannotGoOn(unmade_finding(trial.made, n, b, **GIVEN))
        record = trying.record(n, b)
        note_lengths(record, trial.length, trial.num_batches)
        record.batches = trial.batches
        records.append(record)
        if record.is_over:
            break
    wrong = picture_findings(records)
    if records[-1].length_problem is not None and not records[-1].batches:
        return _all(rules, found, length_finding(records[-1]))
    if "pictures" in wrong and wrong["pictures"].record is not None:
        wrong["pictures"] = _cause(trying, wrong["pictures"])
    if wrong and not any(batch.size for record in records for batch in record.batches):
        nothing = wrong.get("pictures") or next(iter(wrong.values()))
        wrong = {**dict.fromkeys(("pictures", "labels"), nothing), **wrong}
    if "length" not in wrong and (finding := _default_size(trying)) is not None:
        wrong["length"] = finding
    if trying.refuses is not None:
        wrong["pictures"] = trying.refuses
    found.update(wrong)
    return records


def _cause(trying, finding):
    """Look once more at pictures that are not the right ones: other files, or drawn by chance?"""
    n, b = 10, 4
    guest = trying.make(trying.pictures(n), b)
    came = [ask(guest, [0, 1], trying.identity(None)) for _ in range(3)]
    others = [i for batch in came[0] for i in batch.samples or () if i >= n]
    if others:
        received = f"{plural(len(others), 'picture')} of other files, in the first two batches of {n} ids."
        return replace(
            finding, mistake=OTHER_FILES, received=received, so="these files are not in the list.", hint=None
        )
    if any(not all(map(same, came[0], again)) for again in came[1:]) and came[0][0].told:
        return replace(finding, mistake=RANDOM_EACH_TIME, hint=None)
    return finding


def _default_size(trying):
    record = trying.record(MANY, DEFAULT_BATCH_SIZE)
    note_lengths(record, trying.make(trying.pictures(MANY), None).length())
    return default_size_finding(record)


# Epochs --------------------------------------------------------------------------------------


@_told
def judge_picture_epochs(trying, sizes, rules, found):
    """Ask for all batches twice, and after epochs; then run `fit`. sizes: pairs (n, batch size)."""
    records = []
    for n, b in sizes[:MOST_FITS]:
        record = _epochs_of(trying, n, b)
        if record.length_problem is not None and record.length_problem.kind == "NotImplementedError":
            return _all(rules, found, length_finding(record))
        records.append(record)
        if record.stuck:
            break
    wrong = picture_epoch_findings(records)
    if "again" not in wrong:
        finding = _shared(trying) or _mixed_up(trying)
        wrong |= {} if finding is None else {"again": finding}
    if not {"once", "shuffled"} & set(wrong) and (finding := _ended_with_a_list(trying)) is not None:
        wrong["shuffled"] = finding
    found.update(wrong)
    return records


def _epochs_of(trying, n, b):
    pictures, identity = trying.pictures(n), trying.identity(n)
    before = pictures.ids.copy(), pictures.labels.copy()
    guest = trying.make(pictures, b)
    record = observe_guest(guest, trying.album.pixels(n), pictures.labels, b, identity=identity)
    record.is_sequence, record.any_order = trying.host.is_sequence, True
    if not record.stuck:
        for _ in range(MORE_EPOCHS):
            if not guest.end_epoch().good:
                break  # that is for `fit` to show
            record.later.append(ask(guest, range(len(record.batches)), identity))
    changed = {*_changes(before, guest)}
    if record.may_fit:
        pictures = trying.pictures(n)
        guest = trying.make(pictures, b)
        with trying.host.luck():
            watch_fit(guest.for_fit, record, identity)
        changed |= {*_changes(before, guest)}
    record.changed = tuple(sorted(changed))
    return record


def _changes(before, guest):
    names = {"data": "ids", "labels": "labels"}
    return [names[name] for name in changes(before, guest)]


def _shared(trying):
    """Make a second object, of other pictures with the same ids: each must serve its own."""
    first = trying.make(trying.pictures(10), 4)
    if not ask(first, [1], trying.identity(10))[0].told:
        return None
    second = trying.make(trying.pictures(10, OTHERS), 4)
    batch = ask(second, [1], trying.identity(10, OTHERS))[0]
    own = ask(first, [1], trying.identity(10))[0]
    if batch.told and own.told:
        return None
    batch = own if batch.told else batch
    return Finding(
        SHARED_BETWEEN_OBJECTS,
        "of two objects, whose folders hold other pictures under the same ids, each to serve its own.",
        f"{batch.received}, with the pictures of the other.",
        "training and validation data cannot be served side by side.",
    )


def _ended_with_a_list(trying):
    """End an epoch of an object whose ids came in a list: it cannot be taken by an array of rows."""
    ended = trying.make(trying.pictures(IN_A_LIST), 4).end_epoch()
    asked = f"on_epoch_end() to return, for a list of {IN_A_LIST} ids in batches of 4."
    if ended.good:
        return None
    hint = (
        None if ended.silent else "Of what can the items at several places be taken at once: of a list too?"
    )
    return replace(call_finding(ended, "on_epoch_end", asked), hint=hint)


def _mixed_up(trying):
    """Ask for two batches at once: does each call get its own?"""
    identity = trying.identity(10)
    guest = trying.make(trying.pictures(10), 4)
    alone = ask(guest, [0, 1], identity)
    served, others = guest.interrupted(0, 1)
    for own, outcome in [(alone[0], served), *((alone[1], outcome) for outcome in others)]:
        batch = read_outcome(own.index, outcome, identity)
        if not same(batch, own):
            return Finding(
                STATE_IN_GETITEM,
                "gen[0] and gen[1] to be the same when two threads ask at once, for 10 ids in batches of 4.",
                f"for gen[{own.index}] {batch.received}, with pictures {list(batch.samples or ())} and labels "
                f"{list(batch.labels or ())}.",
                "fit with workers asks from several threads, and batches get mixed up.",
                hint="What does __getitem__ keep on self from one line to the next?",
            )
    return None


# A file that cannot be read ------------------------------------------------------------------


@_told
def judge_missing(trying, sizes, rules, found):
    """Ask for batches of which one file is missing, or damaged.

    sizes: triples (n, batch size, number of the picture that has no file).
    """
    guest = trying.make(trying.pictures(10), 4)
    good = ask(guest, range(3), trying.identity(10))
    if not all(batch.size for batch in good):
        return _all(rules, found, _not_served(good))
    for n, b, bad in sizes:
        pictures = trying.pictures(n)
        pictures.ids[bad] = trying.album.missing
        record = _refused(trying, pictures, n, b)
        for rule, finding in missing_findings(record, trying.album.missing, str(pictures.folder)).items():
            found.setdefault(rule, finding)
    pictures = trying.pictures(FEW, DAMAGED)
    finding = damaged_finding(_refused(trying, pictures, FEW, 5))
    if finding is not None:
        found.setdefault("raises", finding)
    return []


def _refused(trying, pictures, n, b):
    """The record of an object of which one file cannot be read: what comes of making and asking it."""
    record = trying.record(n, b)
    made = trying.host.make(pictures, b)
    record.refused = (
        ask(made.value, range(record.asked_length), trying.identity(n))
        if made.good
        else [Batch(0, "problem", made.said, problem=made)]
    )
    return record


def _not_served(batches):
    batch = next(batch for batch in batches if not batch.size)
    asked = f"gen[{batch.index}], whose files can all be read, for 10 ids in batches of 4."
    if batch.problem is not None:
        return call_finding(batch.problem, "__getitem__", asked)
    so = "what should be served is not, so what should not be cannot be judged."
    return Finding(VALUES_CHANGED, asked, f"{batch.received}.", so, hint="")


# The checks ----------------------------------------------------------------------------------

SERVED = Check(
    "pictures",
    {
        "length": "len is the number of ids by the batch size, rounded up",
        "pictures": "a batch holds the pictures of its ids, as floats from 0 to 1",
        "labels": "each picture comes with its own label",
    },
    judge_pictures,
    trying=PictureTrying,
)

EPOCHS = Check(
    "epochs of pictures",
    {
        "again": "within an epoch the same index gives the same batch again",
        "fit": "it is a Sequence, and fit runs it to the end",
        "once": "every epoch serves every picture once",
        "shuffled": "on_epoch_end makes a new order, in which each picture keeps its label",
        "unchanged": "ids and labels are left as they were",
    },
    judge_picture_epochs,
    draws=True,
    trying=PictureTrying,
)

MISSING = Check(
    "missing files",
    {
        "raises": "a file that is missing or cut off raises, and nothing comes in its place",
        "named": "the exception for a missing file names its id",
    },
    judge_missing,
    trying=PictureTrying,
)


def check_pictures(generator_class, sizes=((10, 4), (12, 4), (3, 8)), without=()):
    """Check contracts 1 and 2 of lesson 5 on small inputs and on sizes, pairs (n, batch size). 3 rules."""
    return SERVED(generator_class, sizes, without)


def check_picture_epochs(generator_class, sizes=((10, 4), (12, 4)), without=()):
    """Check contracts 3 to 6 of lesson 5 by `fit` on sizes, pairs (n, batch size). 5 rules."""
    return EPOCHS(generator_class, sizes, without)


def check_missing_file(generator_class, sizes=((10, 4, 6), (12, 4, 0)), without=()):
    """Check contract 9 of lesson 5 on sizes, triples (n, batch size, which picture has no file). 2 rules."""
    return MISSING(generator_class, sizes, without)
