"""The functions that lesson 2 asks for: what a floor leaves over, and what was never served."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from autograder.lesson.contract import SMALL
from autograder.lesson.trying import CannotGoOn
from autograder.mistakes.exercise import DROPPED_WRONG, NEVER_SERVED_WRONG
from autograder.mistakes.finding import Finding, Mistake
from autograder.mistakes.raised import NOT_STARTED, call_finding

__all__ = ["judge_dropped", "judge_never_served"]

EPOCHS = (
    (10, [[0, 1, 2, 3], [4, 5, 6, 7]]),
    (10, [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]]),
    (10, [[0, 1, 2], [4, 5, 6], [8]]),
    (6, [[4, 1], [0, 1], [4, 5]]),
    (3, []),
)
"""What is always tried: n, and the sample numbers of each batch."""


@dataclass(frozen=True)
class Question:
    """One call of a function, and what is told where its answer is wrong.

    rule: that it is for. asked, so, reread: lines of the finding. is_right: of a value, whether it is; it
    may raise what it likes. mistake: of a wrong answer.
    """

    rule: str
    asked: str
    is_right: Callable
    mistake: Mistake
    so: str
    reread: str


def judge_dropped(trying, cases, rules, found):
    """Judge `dropped(n, batch_size)` on pairs of both. Returns: no records, as nothing is drawn."""
    calls = sorted({*SMALL, *cases}, key=lambda c: (not c[0] > c[1] >= 2, *c))
    return _judge(trying, calls, [_about_dropped(n, b) for n, b in calls], found)


def _about_dropped(n, b):
    right = n - n // b * b
    return Question(
        "remainder" if n % b and n > b else "edges",
        f"dropped({n}, {b}) == {right}.",
        lambda value: _is_number(value, right),
        DROPPED_WRONG,
        f"a floor serves {n // b} whole batches of {b}, which are {n // b * b} of {n} samples.",
        "the cell that counted what a floor leaves over.",
    )


def judge_never_served(trying, cases, rules, found):
    """Judge `never_served(n, batches)` on pairs of both. Returns: no records, as nothing is drawn."""
    calls = (*EPOCHS, *cases)
    theirs = [(n, [list(batch) for batch in batches]) for n, batches in calls]  # to empty, if they like
    return _judge(trying, theirs, [_about_never_served(n, batches) for n, batches in calls], found)


def _about_never_served(n, batches):
    missing = sorted({*range(n)}.difference(*batches))
    return Question(
        _where(missing, n, batches),
        f"never_served({n}, {batches}) gives {_listed(missing)}.",
        lambda values: _are_numbers(values, missing),
        NEVER_SERVED_WRONG,
        f"in none of the batches: {_listed(missing)}.",
        "what the exercise says of `never_served`, and of a length of 0.",
    )


def _where(missing, n, batches):
    """The rule that a case is for."""
    if not missing or not batches:
        return "all"
    at_the_end = missing == list(range(missing[0], n)) and sum(map(len, batches)) == missing[0]
    return "end" if at_the_end else "inside"


def _judge(trying, calls, questions, found):
    """Call the function, and fill in `found`. Raises: CannotGoOn, where asking again is of no use."""
    for question, outcome in zip(questions, trying.host.call_each(calls)):
        finding = _wrong(outcome, question)
        if finding is not None and finding.mistake.final:
            raise CannotGoOn(finding)
        if finding is not None:
            found.setdefault(question.rule, finding)
    return []


def _wrong(outcome, question):
    """What is wrong with the answer to a call, as a `Finding`; None, if it is right."""
    asked, reread, mistake = question.asked, question.reread, question.mistake
    if outcome.good:
        try:
            right = question.is_right(outcome.value)
        except Exception:  # an object of the student's own, and its own ==
            right = False
        received = f"{outcome.value!r}"[:80] + "."
        return None if right else Finding(mistake, asked, received, question.so, reread_text=reread)
    so = "the question is not answered yet."
    if outcome.silent:
        silent = call_finding(outcome, "__len__", asked)
        return Finding(silent.mistake, asked, silent.received, so, hint="", reread_text=reread)
    mistake = NOT_STARTED if outcome.kind == "NotImplementedError" else mistake
    return Finding(mistake, asked, f"{outcome.said}.", so, hint="", reread_text=reread)


def _is_number(value, right):
    return np.ndim(value) == 0 and not isinstance(value, (str, bool)) and bool(value == right)


def _are_numbers(values, right):
    """Whether values are these numbers, in any order, each once."""
    values = list(itertools.islice(values, len(right) + 1))
    strange = (str, bytes, bool, np.bool_)
    if any(isinstance(one, strange) or np.ndim(one) for one in values):
        return False
    return sorted(map(float, values)) == right


def _listed(numbers):
    return ", ".join(map(str, numbers)) if numbers else "no number"
