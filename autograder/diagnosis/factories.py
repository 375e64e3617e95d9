"""A function that makes the object: what the constructor does, clean starts, faults of other sizes."""

import functools

from autograder.diagnosis.asking import value_of
from autograder.diagnosis.given import asks_for_object, name_of, needed, refused_made
from autograder.diagnosis.judge import judge
from autograder.diagnosis.record import Record
from autograder.diagnosis.report import Diagnosis

__all__ = ["SIZES", "diagnose_factory"]

SIZES = (1, 2, 5, 7, 10, 23, 32, 53, 64, 100)
"""Numbers of samples that are tried, smallest first: less than one batch, a remainder, none."""
MAKING_SECONDS = 60


def diagnose_factory(make, model, samples, validation, seconds, say):
    """Diagnose what a function makes; see `diagnose`."""
    from autograder.diagnosis.api import diagnose_object

    if needed(make):
        return _sizes(make, model, validation, seconds, say)
    thing, problem = _made(make)
    if problem is not None:
        return _not_built(make, problem)
    said = refused_made(thing, name_of(make))
    if said:
        return Diagnosis(name_of(make), refused=said)
    return diagnose_object(thing, make, model, samples, validation, seconds, say)


def _sizes(make, model, validation, seconds, say):
    """Diagnose it at several sizes; what shows at the smallest is told with that size."""
    from autograder.diagnosis.api import diagnose_object

    shown, last, failed = {}, None, []
    for n in SIZES:
        again = functools.partial(make, n)
        thing, problem = _made(again)
        if problem is not None:
            failed.append((n, problem))
            continue
        said = refused_made(thing, name_of(make))
        if said:
            return Diagnosis(name_of(make), refused=said)
        one = diagnose_object(thing, again, model, n, validation, seconds / len(SIZES), say)
        for finding in one.findings:
            shown.setdefault(finding.name, (n, finding, one))
        last = one
    if last is None and isinstance(make, type):  # its argument is no number, then
        return Diagnosis(name_of(make), refused=asks_for_object(make))
    if last is None:
        return _not_built(make, failed[0][1])
    if not shown:
        report = last
    else:  # the report with the figure of the smallest size that shows something
        first = min(shown.values(), key=lambda one: one[0])[2]
        kept = {finding.name for finding in first.findings}
        more = [finding for name, (_, finding, _) in shown.items() if name not in kept]
        report = first
        report.findings = [*first.findings, *more]
    for name, (n, _, _) in shown.items():
        report.notes.append(f"{name.replace('_', ' ')}: the smallest size that shows it is n = {n}.")
    if failed:
        sizes = ", ".join(str(n) for n, _ in failed)
        report.notes.append(f"With n = {sizes} it cannot be made: {failed[0][1].said}.")
    report.notes.append(f"Looked at with n = {', '.join(map(str, SIZES))}.")
    return report


def _made(make):
    return value_of(make, "making the object", MAKING_SECONDS)


def _name(make, problem):
    """What it would have been: the class, or the user's own function, as far as there is one."""
    made = make.func if isinstance(make, functools.partial) else make
    if isinstance(made, type):
        return made.__name__
    return problem.method if problem.method not in ("<lambda>", "__init__", "") else "the object"


def _not_built(make, problem):
    from autograder.diagnosis.api import report

    record = Record(_name(make, problem), built=problem)
    record.endless = True
    verdict = judge(record)
    verdict.unseen = ["everything else: there is no object"]
    return report(record, verdict)
