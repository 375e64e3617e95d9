"""Mistakes that show as an exception, as silence, or as the end of Python, wherever they happen."""

import re

from autograder.mistakes.finding import Finding, Mistake
from autograder.sequence.outcome import ENDED, LATE

__all__ = [
    "CANNOT_BE_MADE",
    "ENDS_PROCESS",
    "GETITEM_RAISES",
    "LEN_RAISES",
    "MISTAKES",
    "NEVER_ENDS",
    "NOT_STARTED",
    "call_finding",
    "reason_in",
]

NOT_STARTED = Mistake(
    "not_started",
    None,
    "The exercise, or a part of it, is as it was handed out.",
    final=True,
)
NEVER_ENDS = Mistake(
    "never_ends",
    None,
    "A loop in a method ends only if something in it changes what it waits for.",
    hint="Look for a while whose condition never changes.",
    final=True,
    asks="__getitem__ returns.",
)
ENDS_PROCESS = Mistake(
    "ends_process",
    None,
    "A method that ends Python (os._exit, a crash in a library) ends the training, and the notebook.",
    final=True,
)
LEN_MISSING = Mistake(
    "len_missing",
    1,
    "Without __len__, len(gen) raises, and Keras does not know when an epoch ends.",
)
GETITEM_MISSING = Mistake(
    "getitem_missing",
    2,
    "fit takes its batches from __getitem__, spelled with two underscores on both sides.",
)
METHOD_OUTSIDE = Mistake(
    "method_outside_class",
    None,
    "What belongs to a class is decided by its indentation: a method inside another one, or outside of "
    "the class, is none of its methods.",
)
METHOD_MISSPELLED = Mistake(
    "method_misspelled",
    None,
    "Python looks for special methods by their exact names.",
)
SELF_MISSING = Mistake(
    "self_missing",
    None,
    "Every method takes the object itself as its first parameter, self.",
    hint="Is self the first parameter of every method?",
)
NAME_MISSPELLED = Mistake(
    "name_misspelled",
    None,
    "What __init__ keeps on self must be read by the same name, with self in front.",
)
LEN_RAISES = Mistake("len_raises", 1, "An exception in __len__ stops fit before it begins.")
GETITEM_RAISES = Mistake(
    "getitem_raises",
    2,
    "fit reports what __getitem__ raises as an error of its own, from another thread.",
    hint="Ask for one batch yourself: outside of fit you see your own traceback.",
    asks="every index from 0 to len - 1 gives a batch.",
)
LAST_BATCH_RAISES = Mistake(
    "last_batch_raises",
    2,
    "The last batch may be short: code that fills, stacks or indexes a whole batch fails there.",
)
CANNOT_BE_MADE = Mistake(
    "cannot_be_made",
    6,
    "DataGenerator(data, labels, batch_size=32) is how the contract makes an object.",
    hint="The arguments are data, labels and batch_size=32.",
)
FIT_HANGS = Mistake("fit_hangs", 3, "fit waits for a batch that never comes, and says nothing.", final=True)
FIT_RAISES = Mistake(
    "fit_raises",
    3,
    "fit wraps the exception of a batch in one of its own; the words of the first stand in it.",
    hint="The message above is Keras' own; somewhere in it stands yours.",
    asks="model.fit runs to its end.",
)

MISTAKES = (
    NOT_STARTED,
    NEVER_ENDS,
    ENDS_PROCESS,
    LEN_MISSING,
    GETITEM_MISSING,
    METHOD_OUTSIDE,
    METHOD_MISSPELLED,
    SELF_MISSING,
    NAME_MISSPELLED,
    LEN_RAISES,
    GETITEM_RAISES,
    LAST_BATCH_RAISES,
    CANNOT_BE_MADE,
    FIT_HANGS,
    FIT_RAISES,
)

_METHODS = {
    "__len__": (1, LEN_RAISES),
    "__getitem__": (2, GETITEM_RAISES),
    "__init__": (6, CANNOT_BE_MADE),
    "on_epoch_end": (3, FIT_RAISES),
}
"""For each method the rule that it serves, and the mistake where nothing closer is known."""
_STOPS = {
    "__init__": "no object is made, so nothing can be served.",
}
_SILENT = {
    LATE: (NEVER_ENDS, "fit would wait for ever. Is there a loop that never ends?"),
    ENDED: (
        ENDS_PROCESS,
        "Python itself ended, and with it the notebook and the training. Is there an exit, or a crash?",
    ),
}


def call_finding(outcome, method, asked, record=None, rule=None, mistake=None):
    """Describe why a call of a student's method gave no value, with the student's own line.

    outcome: of the call. method: its name. mistake: the one to name if nothing closer is known.
    """
    usual, default = _METHODS[method]
    rule = rule or usual
    if outcome.silent:
        named, so = _SILENT[outcome.how]
        return Finding(named, asked, f"{outcome.said}.", so, record, rule=rule)
    if outcome.kind == "NotImplementedError":
        if outcome.method:  # raised in the student's own code, not in Keras' base class
            return not_started(asked, method, record, rule)
        if method == "__getitem__":
            return _missing(GETITEM_MISSING, asked, method, "fit has no batch to take.", record)
    if method == "__len__" and "has no __len__" in outcome.message:
        return _missing(LEN_MISSING, asked, method, _without_length(record), record)
    named, hint = reason_in(outcome)
    so = _STOPS.get(method, f"{method} stops with this exception, so nothing is served.")
    return Finding(
        named or mistake or default,
        asked,
        f"{outcome.said_where}.".replace("..)", ".)"),
        so,
        record,
        hint=hint or None,
        rule=rule,
    )


def not_started(asked, where, record=None, rule=None):
    """The finding for what still raises the NotImplementedError that it was handed out with."""
    return Finding(
        NOT_STARTED,
        asked,
        f"{where} still raises NotImplementedError.",
        "this part of the exercise is not written yet.",
        record,
        hint="Replace the line raise NotImplementedError() with your own.",
        rule=rule,
        reread_text="" if rule else "the exercise.",
    )


def _missing(mistake, asked, method, so, record):
    words = f"the class has no method {method}" + (" of its own." if method == "__getitem__" else ".")
    return Finding(mistake, asked, words, so, record)


def _without_length(record):
    if record is not None and record.own_num_batches and record.num_batches is not None:
        return "fit reads num_batches, and runs; but whoever asks for len(gen) gets an exception."
    return "fit cannot know when an epoch ends."


def reason_in(outcome):
    """Read in an exception's own words why it was raised: `(mistake or None, hint)`."""
    if (
        outcome.kind == "TypeError"
        and re.search(r"takes (from )?\d+ .*positional arguments? but \d+ (was|were) given", outcome.message)
        and re.search(r"__(len|getitem|init)__\(\)|on_epoch_end\(\)", outcome.message)
    ):
        return SELF_MISSING, SELF_MISSING.hint
    if outcome.kind in ("NameError", "UnboundLocalError") and "'self'" in outcome.message:
        return SELF_MISSING, SELF_MISSING.hint
    if outcome.suggestion:
        return NAME_MISSPELLED, f"There is {outcome.suggestion}. Is that the one?"
    return None, ""
