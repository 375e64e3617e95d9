"""What the graded cells of the lessons call: from a class to points.

Each check tries its rules on generated samples and gives a point for each rule that holds. A class
is tried on every n up to a dozen with every batch size, so the first failure is the smallest, and on
the sizes that the cell names.
"""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass

from autograder.lesson.contract import judge_batches, judge_epochs, judge_length
from autograder.lesson.counting import judge_dropped, judge_never_served
from autograder.lesson.exercise import listen, no_function, no_thing, why_missing
from autograder.lesson.order import judge_kept, judge_seed, judge_shuffled
from autograder.lesson.points import has_hidden_tests
from autograder.lesson.printed import printing
from autograder.lesson.progress import note_points
from autograder.lesson.refusals import judge_numeric, judge_past, judge_reading, judge_unequal
from autograder.lesson.report import Report
from autograder.lesson.trying import CannotGoOn, Trying
from autograder.mistakes.finding import unjudged
from autograder.sequence.host import host_of

__all__ = [
    "check_batches",
    "check_contract",
    "check_dropped",
    "check_epochs",
    "check_kept_order",
    "check_length",
    "check_lengths_differ",
    "check_never_served",
    "check_not_numeric",
    "check_past_the_end",
    "check_reading_fails",
    "check_seed",
    "check_shuffled",
]

MOST_FITS = 3
"""So many of the named sizes go through `fit`, where lengths and batches are checked on all."""

listen()


@dataclass(frozen=True)
class Check:
    """One check, of which a graded cell shows the report.

    topic: what it is about, in the words of the report. rules: `{rule: sentence}`. judge: a function
    `(trying, sizes, rules, found) -> records` that fills in `found`, {rule: Finding}. of_a_class: whether
    it tries a class; else a function. draws: whether a right answer gets its figure too. trying: what
    makes a `Trying` of a host, or the like of it.
    """

    topic: str
    rules: dict
    judge: Callable
    of_a_class: bool = True
    draws: bool = False
    trying: Callable = Trying

    def __call__(self, thing, sizes, without=()):
        """Try a class or function on sizes. without: rules to leave out. Returns a `Report`.

        Raises: ValueError, where there is no such rule, or none is left.
        """
        rules = {rule: said for rule, said in self.rules.items() if rule not in without}
        strange = [rule for rule in without if rule not in self.rules]
        if strange or not rules:
            raise ValueError(
                f"without={list(without)!r}: the rules of this check are {', '.join(self.rules)}. "
                "Leave out some of them, not all."
            )
        with printing() as printed:
            found, records = self._found(thing, tuple(tuple(size) for size in sizes))
        found = {rule: finding for rule, finding in found.items() if rule in rules}
        finding = next((found[rule] for rule in rules if rule in found), None)
        drawn = min((r for r in records if r.epochs), key=_readability, default=None)
        report = Report(
            self.topic,
            rules,
            found,
            finding,
            drawn if self.draws else None,
            () if has_hidden_tests() else printed.shown,
        )
        note_points(report.topic, report.points, report.max_points)
        return report

    def _judged(self, trying, sizes):
        found, records = {}, []
        try:
            with trying.host.luck():
                records = self.judge(trying, sizes, self.rules, found)
        except CannotGoOn as error:
            found = dict.fromkeys(self.rules, error.finding)
        except Exception as error:  # no exception of ours may reach a student
            found = {**dict.fromkeys(self.rules, unjudged(error)), **found}
        return found, records

    def _found(self, thing, sizes):
        """Run the judge, whatever the class does: `({rule: Finding}, records)`."""
        missing = no_thing(thing) if self.of_a_class else None
        if missing is not None:
            return dict.fromkeys(self.rules, missing), []
        trying = self.trying(host_of(thing))
        found, records = self._judged(trying, sizes)
        if self.of_a_class and found:  # one fault is to cost its own rule alone
            with contextlib.suppress(Exception):  # then the findings stand as they are
                trying.look_for_refusal()
            if trying.refuses is not None:
                found, records = self._judged(trying, sizes)
        if self.of_a_class and found:
            function = no_function(thing)
            found = {rule: function or why_missing(finding) for rule, finding in found.items()}
        return found, records


def _readability(record):
    """Sort key: the case that is best to read is small, and has a short last batch."""
    n, b = record.n, record.batch_size
    return (not n > b >= 2, n % b == 0, n, b)


# Rules 1 to 6 --------------------------------------------------------------------------------

LENGTH = Check(
    "length",
    {
        "divides": "len is right where the batch size divides n",
        "remainder": "len is right where a remainder is left",
        "small": "len is right where n is less than one batch",
    },
    judge_length,
)

BATCHES = Check(
    "batches",
    {
        "form": "a batch is a tuple of two arrays, their dtypes unchanged",
        "samples": "a batch holds its own samples, in order, unchanged",
        "labels": "each sample comes with its own label",
    },
    judge_batches,
)

EPOCHS = Check(
    "epochs",
    {
        "again": "the same index gives the same batch again",
        "fit": "it is a Sequence, and fit runs it to the end",
        "once": "every epoch serves every sample exactly once",
        "unchanged": "data and labels are left as they were",
    },
    judge_epochs,
    draws=True,
)


def _judge_contract(trying, sizes, rules, found):
    """Rules 1 to 6 in one: of each of the three checks the first finding."""
    records = []
    for topic, check, named in (
        ("length", LENGTH, sizes),
        ("batches", BATCHES, sizes),
        ("epochs", EPOCHS, sizes[:MOST_FITS]),
    ):
        wrong = {}
        try:
            records += check.judge(trying, named, check.rules, wrong)
        except CannotGoOn as error:
            wrong = dict.fromkeys(check.rules, error.finding)
        except Exception as error:  # the other topics are judged all the same
            wrong = {**wrong, **{rule: unjudged(error) for rule in check.rules if rule not in wrong}}
        first = next((wrong[rule] for rule in check.rules if rule in wrong), None)
        if first is not None:
            found[topic] = first
    return records


CONTRACT = Check(
    "contract",
    {
        "length": "contract 1, the length",
        "batches": "contract 2, what is in a batch",
        "epochs": "contracts 3 to 6, every epoch",
    },
    _judge_contract,
    draws=True,
)


def check_length(generator_class, sizes=((10, 4), (12, 4), (3, 8)), without=()):
    """Check contract 1 on small inputs and on sizes, pairs (n, batch size). 3 rules."""
    return LENGTH(generator_class, sizes, without)


def check_batches(generator_class, sizes=((10, 4), (12, 4), (3, 8)), without=()):
    """Check contract 2 on small inputs and on sizes, pairs (n, batch size). 3 rules."""
    return BATCHES(generator_class, sizes, without)


def check_epochs(generator_class, sizes=((10, 4), (12, 4), (3, 8)), without=()):
    """Check contracts 3 to 6 by `fit` on sizes, pairs (n, batch size). 4 rules."""
    return EPOCHS(generator_class, sizes, without)


def check_contract(generator_class, sizes=((10, 4), (12, 4), (3, 8)), without=()):
    """Check contracts 1 to 6 in one: a rule each for lengths, batches, epochs. 3 rules."""
    return CONTRACT(generator_class, sizes, without)


# Rules 7 to 10 -------------------------------------------------------------------------------

PAST_THE_END = Check(
    "past the end",
    {
        "past": "an index past the end raises IndexError that names it",
        "negative": "a negative index counts from the end, or raises IndexError that names it",
    },
    judge_past,
)

LENGTHS_DIFFER = Check(
    "unequal lengths",
    {
        "fewer": "fewer labels than samples raise ValueError",
        "more": "more labels than samples raise ValueError",
    },
    judge_unequal,
)

READING_FAILS = Check(
    "reading fails",
    {
        "leaves": "the exception leaves __getitem__, nothing comes in its place",
        "named": "it names the index of the batch",
        "stops": "fit stops, and the words can be read",
    },
    judge_reading,
    draws=True,
)

NOT_NUMERIC = Check(
    "not numeric",
    {
        "type": "a batch that is not numeric raises TypeError",
        "named": "it names the index of the batch",
    },
    judge_numeric,
)


def check_past_the_end(generator_class, sizes=((10, 4), (12, 4)), without=()):
    """Check contract 7 on sizes, pairs (n, batch size). 2 rules."""
    return PAST_THE_END(generator_class, sizes, without)


def check_lengths_differ(generator_class, sizes=((10, 9), (9, 10)), without=()):
    """Check contract 8 on sizes, pairs (number of samples, number of labels). 2 rules."""
    return LENGTHS_DIFFER(generator_class, sizes, without)


def check_reading_fails(generator_class, sizes=((20, 3, 4), (23, 3, 5)), without=()):
    """Check contract 9 on sizes, triples (n, batch size, index that cannot be read). 3 rules."""
    return READING_FAILS(generator_class, sizes, without)


def check_not_numeric(generator_class, sizes=((20, 3, 4), (23, 3, 5)), without=()):
    """Check contract 10 on sizes, triples (n, batch size, index with text in it). 2 rules."""
    return NOT_NUMERIC(generator_class, sizes, without)


# Rules 11 to 13 ------------------------------------------------------------------------------


def _judge_kept_order(trying, sizes, rules, found):
    still = trying.having(shuffle=False)
    records = _judge_contract(still, sizes, rules, found)
    return records + judge_kept(still, sizes[:MOST_FITS], records, found)


KEPT_ORDER = Check(
    "shuffle=False",
    {**CONTRACT.rules, "order": "contract 11, the order of the data in every epoch"},
    _judge_kept_order,
)

SHUFFLED = Check(
    "shuffle=True",
    {
        "rows": "samples are shuffled, not only batches",
        "epochs": "every epoch has another order",
        "pairs": "each sample comes with its own label",
        "once": "every epoch serves every sample once, and the same index gives the same batch again",
        "unchanged": "data and labels are left as they were",
    },
    judge_shuffled,
    draws=True,
)

SEED = Check(
    "seed",
    {
        "again": "the same seed gives the same epochs again",
        "other": "another seed gives other epochs",
        "apart": "other objects that are in use change nothing",
    },
    judge_seed,
)


def check_kept_order(generator_class, sizes=((10, 4), (12, 4), (3, 8)), without=()):
    """Check contracts 1 to 6 and 11 with shuffle=False on sizes, pairs (n, batch size). 4 rules."""
    return KEPT_ORDER(generator_class, sizes, without)


def check_shuffled(generator_class, sizes=((24, 4), (10, 4), (3, 8)), without=()):
    """Check contract 12, and 3 to 5, with shuffle=True on sizes, pairs (n, batch size). 5 rules."""
    return SHUFFLED(generator_class, sizes, without)


def check_seed(generator_class, sizes=((24, 4),), without=()):
    """Check contract 13 on sizes, pairs (n, batch size) of 24 samples and 6 batches or more. 3 rules."""
    return SEED(generator_class, sizes, without)


# Lesson 2's functions ------------------------------------------------------------------------


DROPPED = Check(
    "dropped",
    {
        "remainder": "right where samples are left over",
        "edges": "right where none is left over, and where n is less than one batch",
    },
    judge_dropped,
    of_a_class=False,
)

NEVER_SERVED = Check(
    "never served",
    {
        "end": "right where the last samples are missing",
        "inside": "right where samples in between are missing, or come twice",
        "all": "right where none is missing, and where there is no batch",
    },
    judge_never_served,
    of_a_class=False,
)


def check_dropped(dropped, cases=((10, 4), (12, 4), (3, 8)), without=()):
    """Check `dropped(n, batch_size)`: how many samples a floor never serves. 2 rules."""
    return DROPPED(dropped, cases, without)


def check_never_served(never_served, cases=(), without=()):
    """Check `never_served(n, batches)`: which of the samples 0 to n − 1 are in no batch. 3 rules.

    cases: pairs (n, batches) to try beside the built-in ones; batches: a list of lists of sample numbers.
    """
    return NEVER_SERVED(never_served, cases, without)
