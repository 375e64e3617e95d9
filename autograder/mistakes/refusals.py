"""Mistakes in what a class does when it is asked for what it cannot serve: rules 7 to 10.

Pure functions of records: each returns `{rule: Finding}` for the rules that did not hold.
"""

import re
from dataclasses import replace

from autograder.mistakes.batches import WRONG_SAMPLES, form_finding
from autograder.mistakes.finding import Finding, Mistake, case, right_samples
from autograder.mistakes.raised import GETITEM_RAISES, NEVER_ENDS, call_finding, not_started

__all__ = [
    "ENDS_PYTHON",
    "MISTAKES",
    "SWALLOWED_EMPTY",
    "SWALLOWED_NONE",
    "SWALLOWED_OTHER",
    "numeric_findings",
    "past_findings",
    "reading_findings",
    "unequal_findings",
]

LETTER = "Is there an f before the quotes?"

PAST_END_SERVED = Mistake(
    "past_end_served",
    7,
    "A slice past the end is empty and never raises: who wants an exception must raise it.",
)
PAST_END_OFF_BY_ONE = Mistake(
    "past_end_off_by_one",
    7,
    "The last index is len - 1, so len itself is past the end already.",
    hint="Which is the first index that does not exist?",
)
NEGATIVE_SERVED = Mistake(
    "negative_served",
    7,
    "Counted from the end, index -1 is the last batch; a slice from a negative start is something else.",
)
PAST_END_WRONG_TYPE = Mistake(
    "past_end_wrong_type", 7, "An index that does not exist is an IndexError, as for a list."
)
CATCHES_OWN_RAISE = Mistake(
    "catches_own_raise",
    7,
    "A raise inside a try is caught by its own except, if that takes the type.",
    hint="Which except catches what you raise yourself?",
)
PAST_END_UNNAMED = Mistake("past_end_unnamed", 7, "A message that names the index saves the search for it.")
UNEQUAL_ACCEPTED = Mistake(
    "unequal_accepted", 8, "Compare the lengths where the object is made: later nobody does."
)
UNEQUAL_WRONG_TYPE = Mistake(
    "unequal_wrong_type", 8, "ValueError is Python's word for a value that does not fit."
)
SWALLOWED_NONE = Mistake(
    "swallowed_none", 9, "An except that returns None hides the reason, and stops or hangs fit."
)
SWALLOWED_EMPTY = Mistake(
    "swallowed_empty", 9, "An except that returns an empty batch hides that samples are lost."
)
SWALLOWED_OTHER = Mistake(
    "swallowed_other",
    9,
    "An except that returns something else trains on it, and hides that samples are lost.",
)
ERROR_UNNAMED = Mistake(
    "error_unnamed", 9, "Say which batch could not be read, in the message or in a note: fit does not."
)
ERROR_TOO_EARLY = Mistake(
    "error_too_early",
    9,
    "Read what the batch needs, when it is asked for: not all, and not in the constructor.",
)
ENDS_PYTHON = Mistake(
    "ends_python",
    9,
    "SystemExit and KeyboardInterrupt are requests to end Python; except Exception does not catch them.",
)
FIT_DOES_NOT_STOP = Mistake(
    "fit_does_not_stop", 9, "What leaves __getitem__ stops fit, and its words stand in what fit raises."
)
NON_NUMERIC_SERVED = Mistake(
    "non_numeric_served",
    10,
    "Look at the dtype before a batch is returned: what fails late names neither batch nor text.",
)
NON_NUMERIC_WRONG_TYPE = Mistake(
    "non_numeric_wrong_type", 10, "TypeError is Python's word for a thing of the wrong type."
)
NON_NUMERIC_UNNAMED = Mistake(
    "non_numeric_unnamed", 10, "A message that names the batch saves the search for it."
)
NUMBERS_REFUSED = Mistake(
    "numbers_refused",
    10,
    "NumPy's numbers are no int and float of Python; a dtype tells what an array holds.",
    hint="What type has one element of the array, and what does isinstance say of it?",
)

MISTAKES = (
    PAST_END_SERVED,
    PAST_END_OFF_BY_ONE,
    NEGATIVE_SERVED,
    PAST_END_WRONG_TYPE,
    CATCHES_OWN_RAISE,
    PAST_END_UNNAMED,
    UNEQUAL_ACCEPTED,
    UNEQUAL_WRONG_TYPE,
    SWALLOWED_NONE,
    SWALLOWED_EMPTY,
    SWALLOWED_OTHER,
    ERROR_UNNAMED,
    ERROR_TOO_EARLY,
    ENDS_PYTHON,
    FIT_DOES_NOT_STOP,
    NON_NUMERIC_SERVED,
    NON_NUMERIC_WRONG_TYPE,
    NON_NUMERIC_UNNAMED,
    NUMBERS_REFUSED,
)


def _serves_rightly(record):
    batch = record.readable
    return list(batch.samples or ()) == right_samples(batch.index, record.n, record.batch_size)


def _not_served(record, rule):
    """The finding for a batch that can be served, and is not."""
    batch = record.readable
    asked = f"gen[{batch.index}], a batch that can be served, for {case(record)}."
    so = "what should be served is not, so what should not be cannot be judged."
    problem = batch.problem
    if problem is not None and "NotImplementedError" in (problem.kind, problem.line):
        return replace(not_started(asked, "__getitem__", record, rule), so=so)
    if problem is not None:
        return replace(call_finding(problem, "__getitem__", asked, record, rule, GETITEM_RAISES), so=so)
    return Finding(WRONG_SAMPLES, asked, f"{batch.received}.", so, record, rule=rule)


def _letter_forgotten(problem):
    """A hint where a message holds braces that were to be filled in."""
    return LETTER if re.search(r"\{[a-z_. ()+-]*(idx|index|i|self)[^}]*\}", problem.words) else None


# Rule 7 --------------------------------------------------------------------------------------


def past_findings(records):
    """Judge the rules "past" and "negative". records: `readable` and `outside` asked for."""
    found: dict[str, Finding] = {}
    for record in records:
        if not _serves_rightly(record):
            finding = _not_served(record, 7)
            return {"past": finding, "negative": finding}
        past = [batch for batch in record.outside if batch.index >= 0]
        for batch in past:
            if finding := _past(batch, record, _served_mistake(batch, past)):
                found.setdefault("past", finding)
        for batch in record.outside:
            if batch.index < 0 and (finding := _negative(batch, record)):
                found.setdefault("negative", finding)
    return found


def _served_mistake(batch, past):
    """Whether an index is served alone: then the comparison is off by one."""
    first = min(other.index for other in past)
    alone = batch.index == first and all(b.problem is not None for b in past if b.index > first)
    return PAST_END_OFF_BY_ONE if alone and len(past) > 1 else PAST_END_SERVED


def _past(batch, record, served=PAST_END_SERVED):
    asked = f"IndexError from gen[{batch.index}], for {case(record)} (len {record.length})."
    if batch.problem is None:
        if batch.form == "exception":
            return form_finding(record, batch, 7, asked)
        return Finding(
            served,
            asked,
            f"{batch.received}.",
            "a slice past the end is empty and never raises, so a wrong length stays unnoticed."
            if batch.index >= 0
            else "counted from the end, as in a list, another batch comes, or none.",
            record,
        )
    if batch.problem.silent:
        return call_finding(batch.problem, "__getitem__", asked, record, 7)
    if not batch.problem.is_a("IndexError"):
        own = "IndexError" in batch.problem.causes
        return Finding(
            CATCHES_OWN_RAISE if own else PAST_END_WRONG_TYPE,
            asked,
            f"{batch.problem.said}.",
            "who catches IndexError, as for a list, does not catch this.",
            record,
        )
    if not batch.problem.names_index(batch.index):
        return Finding(
            PAST_END_UNNAMED,
            asked,
            f"{batch.problem.said}.",
            f"the message does not say which index was asked for: {batch.index}.",
            record,
            hint=_letter_forgotten(batch.problem),
        )
    return None


def _negative(batch, record):
    counted = batch.index + (record.length or record.asked_length)
    right = right_samples(counted, record.n, record.batch_size) if counted >= 0 else None
    if batch.problem is None and right and list(batch.samples or ()) == right:
        return None
    finding = _past(batch, record, NEGATIVE_SERVED)
    if finding is not None and batch.problem and batch.problem.names_index(counted):
        return None if batch.problem.is_a("IndexError") else finding
    return finding


# Rule 8 --------------------------------------------------------------------------------------


def unequal_findings(records):
    """Judge the rules "fewer" and "more" labels.

    records: `label_count` labels beside n samples, `readable` of an object of equal arrays, and `made`
    of the unequal ones.
    """
    found: dict[str, Finding] = {}
    for record in records:
        rule = "fewer" if record.label_count < record.n else "more"
        asked = (
            f"ValueError from DataGenerator(data, labels) with {record.n} samples and "
            f"{record.label_count} labels."
        )
        if not record.readable.size:
            found.setdefault(rule, _not_served(record, 8))
            continue
        for outcome in record.made:
            if outcome.good:
                found.setdefault(
                    rule,
                    Finding(
                        UNEQUAL_ACCEPTED,
                        asked,
                        "an object, and no exception.",
                        "some sample has no label, or some label no sample; the error comes late or never.",
                    ),
                )
            elif not outcome.is_a("ValueError"):
                found.setdefault(rule, _wrong_refusal(outcome, asked))
    return found


def _wrong_refusal(outcome, asked):
    if outcome.kind == "NotImplementedError":
        return not_started(asked, "__init__", rule=8)
    if outcome.silent:
        return call_finding(outcome, "__init__", asked, rule=8)
    return Finding(
        UNEQUAL_WRONG_TYPE,
        asked,
        f"{outcome.said}.",
        "ValueError is what Python raises for a value that does not fit.",
    )


# Rule 9 --------------------------------------------------------------------------------------


def reading_findings(records):
    """Judge the rules "leaves", "named" and "stops".

    records: `readable`, and `refused` twice for the batch `unreadable`; `fit` run where `fit_ran`.
    """
    found: dict[str, Finding] = {}
    for record in records:
        bad = record.unreadable
        asked = (
            f"an exception from gen[{bad}], whose samples cannot be read ({record.error}), "
            f"for {case(record)}."
        )
        finding = _too_early(record) if not record.readable.size else _no_exception(record, asked)
        if finding is not None:
            return dict.fromkeys(("leaves", "named", "stops"), finding)
        silent = next((batch for batch in record.refused if batch.problem is None), None)
        if silent is not None:
            for rule in ("leaves", "named", "stops"):
                found.setdefault(rule, _swallowed(silent, record, asked))
            continue
        problem = record.refused[0].problem
        if not problem.names_index(bad):
            found.setdefault(
                "named",
                Finding(
                    ERROR_UNNAMED,
                    asked,
                    f"{problem.said}.",
                    f"nobody learns that it was batch {bad}: neither its message nor its notes say so.",
                    record,
                    hint=_letter_forgotten(problem),
                ),
            )
        if record.fit_ran and (finding := _does_not_stop(record, problem)):
            found.setdefault("stops", finding)
    return found


def _too_early(record):
    problem = record.readable.problem
    asked = f"gen[{record.readable.index}], whose samples can be read, for {case(record)}."
    if problem is not None and problem.kind == "NotImplementedError":
        return not_started(asked, problem.method or "__getitem__", record, 9)
    return Finding(
        ERROR_TOO_EARLY,
        asked,
        f"{problem.said if problem else record.readable.received}.",
        f"only batch {record.unreadable} cannot be read, and it stops the others too. Is more read than "
        "the batch that was asked for?",
        record,
    )


def _no_exception(record, asked):
    """A call that never ends, or that ends Python, in place of an exception."""
    problem = record.refused[0].problem
    if problem is None:
        return None
    if problem.silent:
        finding = call_finding(problem, "__getitem__", asked, record, 9)
        if finding.mistake is NEVER_ENDS:
            again = "fit would wait for ever. Is there a loop that tries again and again?"
            finding = replace(finding, so=again)
        return finding
    if not problem.is_a("Exception"):
        return Finding(
            ENDS_PYTHON,
            asked,
            f"{problem.said}.",
            f"{problem.kind} is a request to end Python, which `except Exception` does not catch.",
            record,
        )
    return None


def _swallowed(batch, record, asked):
    if batch.form == "exception":
        return form_finding(record, batch, 9, asked)
    if batch.form in ("none", "nones", "partly_none"):
        mistake, so = SWALLOWED_NONE, "fit stops with an error that does not say why, or waits for ever."
    elif batch.size == 0:
        mistake, so = SWALLOWED_EMPTY, "fit takes an empty step, and nobody learns of the loss."
    else:
        mistake, so = (
            SWALLOWED_OTHER,
            "fit trains on something else or on less, and nobody learns of the loss.",
        )
    return Finding(mistake, asked, f"{batch.received}, and no exception.", so, record)


def _does_not_stop(record, problem):
    said = record.fit_problem
    if said is not None and problem.kind in (said.kind, *re.findall(r"\w+", said.words)):
        return None
    return Finding(
        FIT_DOES_NOT_STOP,
        f"fit to stop at batch {record.unreadable} with the words of your exception, for {case(record)}.",
        f"{said.said}." if said else "no exception: fit went on.",
        "nobody learns what could not be read.",
        record,
    )


# Rule 10 -------------------------------------------------------------------------------------


def numeric_findings(records):
    """Judge the rules "type" and "named".

    records: `readable` with numbers, and `refused` once for the batch `unreadable`, which holds text of
    dtype `error`.
    """
    found: dict[str, Finding] = {}
    for record in records:
        bad = record.unreadable
        asked = f"TypeError from gen[{bad}], which holds text (dtype {record.error}), for {case(record)}."
        if not _serves_rightly(record):
            finding = _not_served(record, 10)
            return {"type": finding, "named": finding}
        batch = record.refused[0]
        problem = batch.problem
        if problem is None:
            finding = (
                form_finding(record, batch, 10, asked)
                if batch.form == "exception"
                else Finding(
                    NON_NUMERIC_SERVED,
                    asked,
                    f"{batch.received}, and no exception.",
                    "fit fails later, with an error that names neither the batch nor the text.",
                    record,
                )
            )
            found.setdefault("type", finding)
            found.setdefault("named", finding)
        elif problem.silent:
            finding = call_finding(problem, "__getitem__", asked, record, 10)
            return {"type": finding, "named": finding}
        elif not problem.is_a("TypeError"):
            own = "TypeError" in problem.causes and problem.method == "__getitem__"
            finding = Finding(
                CATCHES_OWN_RAISE if own else NON_NUMERIC_WRONG_TYPE,
                asked,
                f"{problem.said}.",
                "TypeError is what Python raises for a thing of the wrong type.",
                record,
                rule=10,
            )
            found.setdefault("type", finding)
            if not problem.names_index(bad):
                found.setdefault("named", finding)
        elif batch.index != bad or not problem.names_index(bad):
            found.setdefault(
                "named",
                Finding(
                    NON_NUMERIC_UNNAMED,
                    asked,
                    f"{problem.said}.",
                    f"the message does not say that it was batch {bad}.",
                    record,
                    hint=_letter_forgotten(problem),
                ),
            )
    return found


def numbers_refused(record):
    """The finding for a class that refuses NumPy's numbers. record: `readable` raised a TypeError."""
    asked = f"gen[{record.readable.index}], an array of numbers (dtype {record.dtype}), for {case(record)}."
    return Finding(
        NUMBERS_REFUSED,
        asked,
        f"{record.readable.problem.said_where}.",
        "no array of numbers with more than one axis is served.",
        record,
    )
