"""What a class does when it is asked for what it cannot serve: rules 7 to 10.

Each function makes an object, asks it, and returns `{rule: Finding}` for the rules
that did not hold.
"""

import re

import numpy as np

from autograder.sequence.samples import Identity, Reader, numbered
from autograder.mistakes.findings import Finding, case, contract, right_samples
from autograder.sequence.observe import (
    Record,
    ask,
    caught,
    never_ended,
    read_length,
    watch_fit,
)

__all__ = ["lengths_differ", "not_numeric", "past_the_end", "reading_fails"]

BATCH_SIZE = 3


def names_index(problem, *indices):
    """Whether an exception's own words hold one of the indices as a whole number, "0003" too."""
    return any(
        re.search(rf"(?<!\d)(?<!\d\.){'-' * (i < 0)}0*{abs(i)}(?!\d)", problem.words) for i in indices
    )


def past_the_end(make, sizes):
    """Ask for indices outside 0 … len-1: rules "past" and "negative".

    make: a function `(samples, batch_size) -> object`. sizes: pairs (n, batch_size).
    """
    found = {}
    for n, batch_size in sizes:
        samples = numbered(n)
        identity = Identity(samples.data)
        gen = make(samples, batch_size)
        record = Record(n, batch_size, own_labels=tuple(samples.labels.tolist()))
        record.length, _, _ = read_length(gen)
        length = record.length or record.asked_length
        last = ask(gen, record.asked_length - 1, identity)
        if list(last.samples or ()) != right_samples(record.asked_length - 1, n, batch_size):
            finding = _not_served(last, record, 7)
            return {"past": finding, "negative": finding}
        for index in (length, length + 3, 10 * length):
            if finding := _past(ask(gen, index, identity), record):
                found.setdefault("past", finding)
        for index in (-1, -length, -length - 1):
            if finding := _negative(ask(gen, index, identity), record, length):
                found.setdefault("negative", finding)
    return found


def _not_served(batch, record, rule):
    received = str(batch.problem) if batch.problem else batch.received
    name = "getitem_raises" if batch.problem else "wrong_samples"
    if batch.problem and "NotImplementedError" in (batch.problem.kind, batch.problem.line):
        name = "not_started"
    return Finding(
        name,
        f"gen[{batch.index}], a batch that can be served, for {case(record)}.",
        f"{received}.",
        "what should be served is not, so what should not be cannot be judged.",
        contract(rule),
        record,
    )


def _past(batch, record, wrong="past_end_served"):
    asked = (
        f"IndexError from gen[{batch.index}], for {case(record)} (len {record.length})."
    )
    if batch.problem is None:
        return Finding(
            wrong, asked, f"{batch.received}.",
            "a slice past the end is empty and never raises, so a wrong length stays unnoticed."
            if batch.index >= 0 else
            "counted from the end, as in a list, that is another batch, or none.",
            contract(7), record,
        )
    if "IndexError" not in batch.problem.kinds:
        return Finding(
            "past_end_wrong_type", asked, f"{batch.problem}.",
            "who catches IndexError, as for a list, does not catch this.",
            contract(7), record,
        )
    if not names_index(batch.problem, batch.index):
        return Finding(
            "past_end_unnamed", asked, f"{batch.problem}.",
            f"the message does not say which index was asked for: {batch.index}.",
            contract(7), record,
        )
    return None


def _negative(batch, record, length):
    counted = batch.index + length
    right = right_samples(counted, record.n, record.batch_size) if counted >= 0 else None
    if batch.problem is None and right and list(batch.samples or ()) == right:
        return None
    finding = _past(batch, record, "negative_served")
    if finding is not None and batch.problem and names_index(batch.problem, counted):
        return None if "IndexError" in batch.problem.kinds else finding
    return finding


def lengths_differ(make, sizes):
    """Make objects from data and labels of unequal lengths: rules "fewer" and "more" labels.

    sizes: pairs (number of samples, number of labels).
    """
    found = {}
    for n, labels in sizes:
        rule = "fewer" if labels < n else "more"
        unequal = numbered(n)._replace(labels=numbered(labels).labels)
        asked = f"ValueError from DataGenerator(data, labels) with {n} samples and {labels} labels."
        try:
            equal = ask(make(numbered(n), BATCH_SIZE), 0, Identity(numbered(n).data))
            if not equal.size:
                record = Record(n, BATCH_SIZE)
                found.setdefault(rule, _not_served(equal, record, 8))
                continue
        except Exception as error:
            found.setdefault(rule, _wrong_refusal(caught(error), asked))
            continue
        for batch_size in (BATCH_SIZE, None, 1):  # the numbers of batches may be equal, or not
            try:
                make(unequal, batch_size)
            except Exception as error:
                problem = caught(error)
                if "ValueError" not in problem.kinds:
                    found.setdefault(rule, _wrong_refusal(problem, asked))
            else:
                found.setdefault(rule, Finding(
                    "unequal_accepted", asked, "an object, and no exception.",
                    "some sample has no label, or some label no sample; the error comes late or never.",
                    contract(8),
                ))
    return found


def _wrong_refusal(problem, asked):
    return Finding(
        "not_started" if problem.kind == "NotImplementedError" else "unequal_wrong_type",
        asked, f"{problem}.", "ValueError is what Python raises for a value that does not fit.",
        contract(8),
    )


def reading_fails(make, sizes, errors):
    """Let the source raise in one batch: rules "leaves", "named" and "stops".

    sizes: triples (n, batch_size, index of the batch that cannot be read).
    errors: exceptions such as the source raises; `fit` is run with one for each size, and the
    object itself is asked with the others.
    """
    found = {}
    cases = [(size, errors[k % len(errors)], True) for k, size in enumerate(sizes)]
    cases += [(sizes[0], error, False) for error in errors[len(sizes) :]]
    for (n, batch_size, bad), error, fits in cases:
        samples = numbered(n)
        source = Reader(samples.data, [bad * batch_size + batch_size // 2], error)
        readable = bad - 1 if bad else bad + 1
        record = Record(n, batch_size, own_labels=tuple(samples.labels.tolist()))
        identity = Identity(samples.data)
        asked = (
            f"an exception from gen[{bad}], whose samples cannot be read ({type(error).__name__}), "
            f"for {case(record)}."
        )
        try:
            gen = make(samples._replace(data=source), batch_size)
            good = ask(gen, readable, identity)
        except Exception as raised:
            good = None
            problem = caught(raised)
        if good is None or good.problem is not None or not good.size:
            finding = _too_early(
                problem if good is None else good.problem, record, bad, readable, good
            )
            return dict.fromkeys(("leaves", "named", "stops"), finding)
        record.length, _, _ = read_length(gen)
        batch = ask(gen, bad, identity)
        again = batch if never_ended(batch.problem) else ask(gen, bad, identity)
        unfit = _no_exception(batch.problem, record, asked)
        if unfit is not None:
            return dict.fromkeys(("leaves", "named", "stops"), unfit)
        silent = next((b for b in (batch, again) if b.problem is None), None)
        if silent is not None:
            for rule in ("leaves", "named", "stops"):
                found.setdefault(rule, _swallowed(silent, record, asked))
            continue
        if not names_index(batch.problem, bad):
            found.setdefault("named", Finding(
                "error_unnamed", asked, f"{batch.problem}.",
                f"nobody learns that it was batch {bad}: neither its message nor its notes say so.",
                contract(9), record,
            ))
        if fits and (
            finding := _does_not_stop(make, samples, source, batch_size, bad, batch.problem)
        ):
            found.setdefault("stops", finding)
    return found


def _too_early(problem, record, bad, readable, good):
    asked = f"gen[{readable}], whose samples can be read, for {case(record)}."
    if problem is not None and problem.kind == "NotImplementedError":
        return _not_served(good, record, 9) if good else Finding(
            "not_started", asked, f"{problem}.", "this part is not written yet.", contract(9), record
        )
    received = f"{problem}" if problem else good.received
    return Finding(
        "error_too_early", asked, f"{received}.",
        f"only batch {bad} cannot be read, and it stops the others too. Is more read than the batch "
        "that was asked for?",
        contract(9), record,
    )


def _no_exception(problem, record, asked):
    """A call that never ends, or that ends Python, in place of an exception."""
    if problem is None:
        return None
    if never_ended(problem):
        return Finding(
            "never_ends", asked, f"no answer: {problem.message}.",
            "fit would wait for ever. Is there a loop that tries again and again?",
            contract(9), record,
        )
    if "Exception" not in problem.kinds:
        return Finding(
            "ends_python", asked, f"{problem}.",
            f"{problem.kind} is a request to end Python, which `except Exception` does not catch.",
            contract(9), record,
        )
    return None


def _swallowed(batch, record, asked):
    if batch.form in ("none", "none_pair"):
        name, so = "swallowed_none", "fit stops with an error that does not say why, or waits for ever."
    elif batch.size == 0:
        name, so = "swallowed_empty", "fit takes an empty step, and nobody learns of the loss."
    else:
        name, so = "swallowed_other", "fit trains on something else or on less, and nobody learns of the loss."
    return Finding(name, asked, f"{batch.received}, and no exception.", so, contract(9), record)


def _does_not_stop(make, samples, source, batch_size, bad, problem):
    gen = make(samples._replace(data=source), batch_size)
    record = Record(len(samples.data), batch_size, own_labels=tuple(samples.labels.tolist()))
    record.length, _, _ = read_length(gen)
    if record.length is None or record.length > 10 * record.asked_length:
        return None
    watch_fit(gen, record, samples.data)
    said = record.fit_problem
    if said is not None and problem.kind in (said.kind, *re.findall(r"\w+", said.words)):
        return None
    return Finding(
        "fit_does_not_stop",
        f"fit to stop at batch {bad} with the words of your exception, for {case(record)}.",
        f"{record.fit_problem}." if record.fit_problem else "no exception: fit went on.",
        "nobody learns what could not be read.",
        contract(9), record,
    )


def not_numeric(make, sizes):
    """Serve samples that are no numbers: rules "type" and "named".

    sizes: triples (n, batch_size, index of the batch with a text in it).
    """
    found = {}
    for k, (n, batch_size, bad) in enumerate(sizes):
        samples = numbered(n)
        texts = samples.data.astype(object)
        texts[bad * batch_size + batch_size - 1] = "no number"
        if k % 4 == 1:
            texts = np.full(samples.data.shape, "no number")
        if k % 4 == 2:
            texts = samples.data.astype(str)  # digits, but text
        if k % 4 == 3:
            texts = np.full(samples.data.shape, b"no number")
        record = Record(n, batch_size, own_labels=tuple(samples.labels.tolist()))
        asked = f"TypeError from gen[{bad}], which holds text (dtype {texts.dtype}), for {case(record)}."
        numbers = ask(make(samples, batch_size), bad, Identity(samples.data))
        if list(numbers.samples or ()) != right_samples(bad, n, batch_size):
            finding = _not_served(numbers, record, 10)
            return {"type": finding, "named": finding}
        try:
            batch = ask(make(samples._replace(data=texts), batch_size), bad, Identity(samples.data))
            problem = batch.problem
        except Exception as error:
            batch, problem = None, caught(error)
        if problem is None:
            finding = Finding(
                "non_numeric_served", asked, f"{batch.received}, and no exception.",
                "fit fails later, with an error that names neither the batch nor the text.",
                contract(10), record,
            )
            found.setdefault("type", finding)
            found.setdefault("named", finding)
        elif "TypeError" not in problem.kinds:
            finding = Finding(
                "non_numeric_wrong_type", asked, f"{problem}.",
                "TypeError is what Python raises for a thing of the wrong type.",
                contract(10), record,
            )
            found.setdefault("type", finding)
            if not names_index(problem, bad):
                found.setdefault("named", finding)
        elif batch is None or not names_index(problem, bad):
            found.setdefault("named", Finding(
                "non_numeric_unnamed", asked, f"{problem}.",
                f"the message does not say that it was batch {bad}.",
                contract(10), record,
            ))
    return found
