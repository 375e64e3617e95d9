"""Mistakes in `len`, recognised by what a class that makes them answers for n samples in batches of b."""

from autograder.mistakes.finding import Finding, Mistake, case, plural, several, telling
from autograder.mistakes.raised import call_finding

__all__ = [
    "DROPS_TAIL",
    "HARD_CODED_SIZE",
    "LEN_CHANGES",
    "MISTAKES",
    "NOT_THIRD",
    "NUM_BATCHES_DIFFERS",
    "PREDICTED",
    "USUAL_SIZES",
    "WRONG_LENGTH",
    "changing_finding",
    "default_size_finding",
    "length_finding",
    "length_findings",
    "length_rule",
    "other_num_batches_finding",
]

USUAL_SIZES = (2, 4, 8, 10, 16, 32, 64, 100, 128)
"""Batch sizes that people write as a number where `batch_size` should stand."""

DROPS_TAIL = Mistake(
    "drops_tail",
    1,
    "n // b is rounded down: the samples that do not fill a batch are never served.",
    hint="What does // do with the samples that are left over?",
    predicts=(lambda n, b: n // b, lambda n, b: max(1, n // b)),
)
EXTRA_BATCH = Mistake(
    "extra_batch",
    1,
    "n // b + 1 is one too many where b divides n.",
    hint="What is n // b + 1 when b divides n?",
    predicts=(lambda n, b: n // b + 1,),
)
ONE_TOO_MANY = Mistake(
    "one_too_many",
    1,
    "The last batch is that of the last sample; one more is empty, and fit takes it.",
    hint="How many batches does it take to serve the last sample?",
    predicts=(lambda n, b: -(-n // b) + 1,),
)
ONE_TOO_FEW = Mistake(
    "one_too_few",
    1,
    "Indices run from 0 to len - 1: a length that is one too small loses the last batch.",
    hint="Which batch serves the last sample?",
    predicts=(
        lambda n, b: -(-n // b) - 1,
        lambda n, b: max(1, -(-n // b) - 1),
        lambda n, b: max(0, -(-n // b) - 1),
        lambda n, b: max(0, n // b - 1),
        lambda n, b: max(1, n // b - 1),
    ),
)
COUNTS_SAMPLES = Mistake(
    "counts_samples",
    1,
    "len counts batches, not samples.",
    hint="Does len count samples or batches?",
    predicts=(lambda n, b: n,),
)
HARD_CODED_SIZE = Mistake(
    "hard_coded_batch_size",
    1,
    "A number stands where batch_size should; it is right for one batch size alone.",
    hint="Is there a number where the batch size should stand?",
    predicts=tuple(
        formula
        for size in USUAL_SIZES
        for formula in (lambda n, b, size=size: -(-n // size), lambda n, b, size=size: n // size)
    ),
)
ROUNDS_TO_NEAREST = Mistake(
    "rounds_to_nearest",
    1,
    "round() goes down for small remainders, so their batch is lost.",
    hint="Does round() go up for every remainder?",
    predicts=(
        lambda n, b: round(n / b),
        lambda n, b: int(n / b + 0.5),
        lambda n, b: max(1, round(n / b)),
        lambda n, b: max(1, int(n / b + 0.5)),
    ),
)
PREDICTED = (
    DROPS_TAIL,
    EXTRA_BATCH,
    ONE_TOO_MANY,
    ONE_TOO_FEW,
    COUNTS_SAMPLES,
    HARD_CODED_SIZE,
    ROUNDS_TO_NEAREST,
)
"""What goes first is named where several fit. Each predicts `len`: (n, b) -> int."""

HARD_CODED_LENGTH = Mistake(
    "hard_coded_length",
    1,
    "The length is a number of one data set, whatever data it is given.",
    hint="Is there a number in your class that belongs to one data set?",
)
DEFAULT_SIZE = Mistake(
    "wrong_default_batch_size",
    1,
    "The contract's default is batch_size=32; another one makes other batches.",
    hint="Which batch size is in force where none is given?",
)
NOT_THIRD = Mistake(
    "batch_size_not_third",
    1,
    "The contract's constructor is (data, labels, batch_size=32), in this order.",
    hint="Which is the third parameter of __init__?",
)
LEN_NOT_INT = Mistake(
    "len_not_int",
    1,
    "Python accepts only an int as a length; / and np.ceil give floats.",
    hint="Which function gives an int?",
)
LEN_RETURNS_NONE = Mistake(
    "len_returns_none",
    1,
    "A function without return gives None; print shows a value and returns none.",
    hint="Does __len__ end with return and the number?",
)
LEN_CHANGES = Mistake(
    "len_changes",
    1,
    "fit relies on the first answer: a length must not change between epochs, or after a batch.",
    hint="What does len depend on, besides n and the batch size?",
)
NUM_BATCHES_DIFFERS = Mistake(
    "num_batches_differs",
    1,
    "Keras 3 reads num_batches, not len; a class that defines it must make both agree.",
    hint="num_batches is Keras' own and answers with len: is one of your own needed?",
)
WRONG_LENGTH = Mistake("wrong_length", 1, "The length is not n / b, rounded up.")

MISTAKES = (
    *PREDICTED,
    HARD_CODED_LENGTH,
    DEFAULT_SIZE,
    NOT_THIRD,
    LEN_NOT_INT,
    LEN_RETURNS_NONE,
    LEN_CHANGES,
    NUM_BATCHES_DIFFERS,
    WRONG_LENGTH,
)

ENOUGH_CASES = 3
"""Of more cases than this one answer to all is a number that was written by hand."""


def length_findings(records):
    """Judge the lengths: `{rule: Finding}` for the rules "divides", "remainder", "small".

    records: one a case, with `length` read. A case belongs to one rule, see `length_rule`.
    """
    found: dict[str, Finding] = {}
    wrong = sorted((r for r in records if r.length != r.asked_length), key=telling)
    mistake = _named(records)
    for record in wrong:
        found.setdefault(length_rule(record.n, record.batch_size), length_finding(record, mistake))
    other = [r for r in records if r.own_num_batches and r.num_batches != r.asked_length]
    for record in sorted(other, key=telling):
        found.setdefault(length_rule(record.n, record.batch_size), other_num_batches_finding(record))
    changing = [r for r in records if len(set(r.lengths)) > 1]
    for record in sorted(changing, key=telling):
        found.setdefault("remainder", changing_finding(record))
    return found


def length_rule(n, b):
    """The rule of a case: "divides" where b divides n, "small" where n is less than a batch."""
    if n < b:
        return "small"
    return "remainder" if n % b else "divides"


def _named(records):
    known = [r for r in records if r.length is not None]
    if len(known) > ENOUGH_CASES and len({r.length for r in known}) == 1:
        return HARD_CODED_LENGTH
    for mistake in PREDICTED if known else ():
        if any(all(r.length == formula(r.n, r.batch_size) for r in known) for formula in mistake.predicts):
            return mistake
    return WRONG_LENGTH


def length_finding(record, mistake=None):
    """Describe one wrong length in four lines.

    mistake: the one that fits all cases that were seen; None where this is the only one.
    """
    asked = f"len(gen) == {record.asked_length} for {case(record)}."
    if record.length_problem is not None:
        return call_finding(record.length_problem, "__len__", asked, record)
    if record.length is None:
        none = record.length_received.startswith("None ")
        return Finding(
            LEN_RETURNS_NONE if none else LEN_NOT_INT,
            asked,
            f"{record.length_received}.",
            "Python accepts only an int of 0 or more as a length, so fit cannot start.",
            record,
            hint="Can a number of batches be less than 0?"
            if record.length_received[:1] == "-" and "(" not in record.length_received
            else None,
        )
    if mistake is None:
        mistake = DROPS_TAIL if record.length == 0 else WRONG_LENGTH
    return Finding(mistake, asked, f"{record.length}.", length_so(record), record)


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
        f"fit asks for {plural(extra, 'batch')} past the last sample, in every epoch, and does not complain."
    )


def other_num_batches_finding(record):
    """The finding for a class whose own `num_batches` is not what it should be."""
    asked = f"num_batches == {record.asked_length} for {case(record)}: fit reads it in place of len(gen)."
    if record.num_batches_problem is not None:
        received = f"{record.num_batches_problem.said_where}."
        so = "fit stops with this exception."
    elif record.num_batches is None and not record.num_batches_received.startswith("None"):
        received, so = f"{record.num_batches_received}.", "fit cannot count with it, and stops."
    elif record.num_batches is None:
        received, so = "None.", "to fit it is a Sequence without an end: no epoch is ever over."
    else:
        received = f"num_batches is {record.num_batches}, and len(gen) is {record.length}."
        so = _num_batches_so(record)
    return Finding(NUM_BATCHES_DIFFERS, asked, received, so, record)


def _num_batches_so(record):
    if record.num_batches < record.asked_length:
        lost = record.n - record.num_batches * record.batch_size
        return f"fit serves {plural(record.num_batches, 'batch')}, so {plural(lost, 'sample')} less than there are."
    return f"fit asks for {plural(record.num_batches - record.asked_length, 'batch')} too many."


def changing_finding(record):
    """The finding for a length that is not the same at any time; `lengths` must have been read."""
    first, second, third = record.lengths
    return Finding(
        LEN_CHANGES,
        f"len(gen) == {record.asked_length} at any time, for {case(record)}.",
        f"{first}, then {second} after a batch was asked for, then {third} after on_epoch_end.",
        "epochs differ in length, and fit relies on the first answer.",
        record,
    )


def default_size_finding(record):
    """The finding for a default that is not the contract's 32; None where the length fits it.

    record: of an object that was made without a batch size, its own batch_size 32.
    """
    return None if record.length == record.asked_length else length_finding(record, DEFAULT_SIZE)
