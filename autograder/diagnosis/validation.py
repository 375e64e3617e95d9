"""Training data beside validation data: items in both, and validation data that are shuffled or change."""

import dataclasses
import math
import os
import re
import statistics
from collections import Counter

import numpy as np

from autograder.diagnosis import streams
from autograder.diagnosis.asking import value_of
from autograder.diagnosis.copying import Copies
from autograder.diagnosis.finding import LOSES, STOPS, finding, listed, sentence
from autograder.diagnosis.given import is_factory, name_of, refused_made
from autograder.diagnosis.in_batches import are_arrays, in_batches
from autograder.diagnosis.judge import ORDER, judge
from autograder.diagnosis.model import facts_of, judge_model
from autograder.diagnosis.reads import Reads, stem_of
from autograder.diagnosis.record import Record
from autograder.diagnosis.restoring import Snapshot
from autograder.diagnosis.streamed import in_words_of_a_stream
from autograder.mistakes.finding import plural

__all__ = ["compare", "with_validation"]

FEW, MOST = 0.02, 0.5
LEAST_WHOLE = 64
"""Items of so many whole numbers, such as pictures, are not alike by chance."""
LEAST_MEASURED = 4
"""Rows of so many measured numbers are seldom alike by chance, and so many such rows never."""
LEAST_RECORDINGS = 8
"""Of fewer names it is not said that they are those of recordings: they may be classes."""
LEAST_MANY = 16
"""Items of more measured numbers than this are alike only where they are the same."""
MANY_TIMES = 50
"""The largest values of two parts of the same data are seldom so far apart."""
LEAST_ROWS = 8
"""Fewer rows may be of one class by chance."""
ONE_HOT = {(0, 0), (0, 1), (1, 1)}
"""The least and the largest number of targets of classes."""
OF_PEOPLE = re.compile("patient|subject|speaker|person|animal|scene|video|session|recording|slide", re.I)
"""How columns are called that say whom, or what, a row is of."""
MOST_CLASSES = 50
"""A longer list of texts is none of classes."""
LEAST_FILES = 8
"""Of fewer files it is not said which label their folder has."""
LEAST_BATCHES = 4
"""In an epoch of fewer, a file of an item is none that all batches open."""
MOST_LOOKED_UP = 2
"""So often an item of a dict may be asked for in an epoch, on average."""


def with_validation(verdict, record, validation, seconds, model=None):
    """Add to a `Verdict` what shows beside the validation data: as `fit` takes them, or a function that makes them.

    model: the one that it is for; what `fit` stops at in the validation data alone is told too.
    """
    make = validation if is_factory(validation) else None
    if make is not None:
        validation, problem = value_of(make, "making the validation data", seconds)
        said = problem.said if problem is not None else refused_made(validation, name_of(make), arrays=True)
        if said:
            verdict.notes.append(f"Validation data: nothing was looked at. {sentence(said)}")
            return
    if are_arrays(validation):
        try:
            make, validation = None, in_batches(validation)
        except ValueError as error:
            verdict.notes.append(f"Validation data: nothing was looked at. {sentence(str(error))}")
            return
    snapshot, copies = Snapshot(validation), Copies(validation, make)
    try:
        other = Record(type(validation).__name__)
        streams.observe(copies, other, seconds / 2)
    finally:
        snapshot.put_back()
        copies.close()
    found, questions, notes = compare(record, other)
    verdict.questions += questions
    verdict.notes += notes
    if other.ends and other.length:
        verdict.questions.append(
            f"Is it meant for one epoch alone? The validation data end after {plural(other.length, 'batch')}: from the "
            "second epoch on fit validates on the first two again, and on no other. Give fit a Sequence or a dataset, "
            "or a generator without end and validation_steps."
        )
    told = {one.name for one in (*verdict.findings, *found)}
    for one in judge_model(facts_of(model), other) if model is not None else ():
        if not isinstance(one, str) and one.level == STOPS and one.name not in told:
            one = in_words_of_a_stream(other, one)
            received = f"in the validation data {one.received[0].lower()}{one.received[1:]}"
            found.append(dataclasses.replace(one, received=sentence(received)))
    verdict.findings = sorted([*verdict.findings, *found], key=lambda one: ORDER[one.name])
    for one in judge(other).findings:
        verdict.notes.append(f"Validation data: {one.name.replace('_', ' ')}. {one.received} {one.so}")


def compare(record, other):
    """Compare two records. Returns: `(findings, questions, notes)`."""
    found, questions, notes = [], [], []
    found += _numbered_otherwise(record, other)
    found += _columns_otherwise(record, other)
    found += [*_scaled_otherwise(record, other)] or _scaled_by_its_own(record, other)
    shared = _shared_names(record, other) or _shared_files(record, other) or _shared_items(record, other)
    windows = None if shared else _windows_between(record, other)
    if windows:
        name, inside, all_of_them = windows
        found.append(
            finding(
                "shared_with_validation",
                LOSES,
                f"{inside:,} of {all_of_them:,} items of {name} in windows of validation are in windows of training "
                "from before and after them",
                "what is validated was seen in training, but for a step or two",
                asked=f"windows of training and of validation are of different parts of {name}",
                attribute=name,
                hint="Split the series first, such as at a point in time, and cut the windows then.",
            )
        )
    elif shared:
        name, items = shared
        of = f"{plural(len(items), 'item')} of {name}" if name else plural(len(items), "file")
        found.append(
            finding(
                "shared_with_validation",
                LOSES,
                f"{of} {'is' if len(items) == 1 else 'are'} in both: {listed(items)}",
                attribute=name,
                values=items,
            )
        )
    else:
        rows = _shared_rows(record, other)
        if rows is not None and rows[0] > FEW * rows[1]:
            text = f"{rows[0]:,} of {rows[1]:,} rows of the validation data came in training"
            if (rows[0] > 0.2 * rows[1] or rows[2]) and (rows[0] > MOST * rows[1] or not _are_words(record)):
                found.append(finding("shared_with_validation", LOSES, text))
            else:
                questions.append(f"Are there equal rows in the data? {text}.")
    questions += _of_one_class(record, other)
    questions += [] if found else [*_same_people(record, other)] or _same_recordings(record, other)
    if len(other.epochs) > 1 and other.deterministic:
        if [b.content for b in other.epochs[0].batches] != [b.content for b in other.epochs[1].batches]:
            notes.append("The validation data are shuffled after each epoch: it does no good there.")
    elif record.augments and other.augments and not other.deterministic and other.epochs:
        found.append(
            finding(
                "validation_augmented",
                LOSES,
                f"{other.augments} is True, and validation data differ at every call",
                attribute=other.augments,
                line=other.lines.get("__getitem__", ""),
            )
        )
    elif other.first is not None and other.first.problem is None and not other.deterministic:
        questions.append(
            "Is it meant that validation data differ at every call? Augmentation belongs to training: there it "
            "makes val_loss another number each time."
        )
    return found, questions, notes


def _numbered_otherwise(record, other):
    """Yield a finding about texts that have other numbers in validation, by an attribute of one name."""
    yield from _listed_otherwise(record, other)
    for name, numbers in record.numberings.items():
        theirs = other.numberings.get(name, {})
        bad = [key for key in theirs if key in numbers and theirs[key] != numbers[key]]
        if bad:
            yield finding(
                "numbered_otherwise",
                LOSES,
                f"{bad[0]!r} is {numbers[bad[0]]} in training and {theirs[bad[0]]} in validation",
                f"{plural(len(bad), 'text')} of {name} {'has' if len(bad) == 1 else 'have'} another number there",
                attribute=name,
                values=bad,
                line=record.line_of(name),
            )
            return
    yield from _labelled_otherwise(record, other)
    yield from _coded_otherwise(record, other)


def _coded_otherwise(record, other):
    """Yield a finding about tables in which a text has one number in training, and another one in validation."""
    mine, theirs = (one.epochs[0].held if one.epochs else {} for one in (record, other))
    for name, held in mine.items():
        if name not in theirs:
            continue
        codes = _codes(held)
        for (texts, numbers), number_of in _codes(theirs[name]).items():
            ours = codes.get((texts, numbers), {})
            bad = [text for text in number_of if text in ours and ours[text] != number_of[text]]
            if bad:
                yield finding(
                    "numbered_otherwise",
                    LOSES,
                    f"{bad[0]!r} in {texts!r} is {ours[bad[0]]} in {numbers!r} in training, and {number_of[bad[0]]} in "
                    "validation",
                    f"{plural(len(bad), 'text')} of {name} {'has' if len(bad) == 1 else 'have'} another number there",
                    attribute=name,
                    values=bad,
                    line=record.line_of(name),
                    hint="Fit the encoder on training alone, and transform validation by it.",
                )
                return


def _codes(held):
    """`{(column of texts, column of numbers): {text: number}}` of a table where each text has one number."""
    found = {}
    for texts, values in held.columns.items():
        if not 1 < len({*values}) <= MOST_CLASSES or not all(isinstance(one, str) for one in values):
            continue
        for numbers, codes in held.columns.items():
            if all(type(one) is int for one in codes):
                pairs = {*zip(values, codes)}
                if len(pairs) == len({*values}) == len({*codes}):
                    found[texts, numbers] = dict(pairs)
    return found


def _listed_otherwise(record, other):
    """Yield a finding about lists of classes of which validation has other ones, so that their places are others."""
    of_other = _short_lists(other)
    for name, texts in _short_lists(record).items():
        theirs = of_other.get(name, ())
        both = set(texts) & set(theirs)
        place = next((k for k, (a, b) in enumerate(zip(texts, theirs)) if a != b), None)
        if place is not None and 2 * len(both) >= min(len(texts), len(theirs)):
            yield finding(
                "numbered_otherwise",
                LOSES,
                f"item {place} of {name} is {texts[place]!r} in training, and {theirs[place]!r} in validation",
                f"a target of {place} is one class in training, and another one in validation",
                asked=f"{name} is the same in both",
                attribute=name,
                values=(texts[place], theirs[place]),
                line=record.lines.get("__init__", ""),
                hint="List the classes once, of all data, and give this list to both.",
            )
            return


def _short_lists(record):
    """`{name: texts}` of short lists of texts that are no items of an epoch: such as the names of classes."""
    if not record.epochs:
        return {}
    read = Reads(record.epochs[0]).readings
    return {
        name: tuple(map(str, held.keys))
        for name, held in record.epochs[0].held.items()
        if name not in read
        and held.kind != "dict"
        and held.n <= MOST_CLASSES
        and held.keys
        and len(set(held.keys)) == held.n
        and all(isinstance(text, str) for text in held.keys)
    }


def _scaled_otherwise(record, other):
    """Yield a finding about inputs that are many times larger on one side, such as not divided by 255."""
    theirs = _sizes(other)
    for key, mine in _sizes(record).items():
        small, large = sorted((mine, theirs.get(key, mine)))
        if small > 0 and large > MANY_TIMES * small:
            path = key[0]
            yield finding(
                "scaled_otherwise",
                LOSES,
                f"{path} reaches {mine:g} in training, and {theirs[key]:g} in validation",
                asked=f"{path} has the same scale in both",
                line=other.lines.get("__getitem__", ""),
            )
            return


def _scaled_by_its_own(record, other):
    """Yield a finding about means and deviations that validation has of its own, and scales by."""
    for name, how in record.standard.items():
        if other.standard.get(name) == how:
            yield finding(
                "scaled_otherwise",
                LOSES,
                f"the columns of {name} have {how} in training, and in validation just so",
                "one number means one thing in training, and another one in validation",
                asked="validation data are scaled by what was measured in training",
                attribute=name,
                line=record.lines.get("scales") or record.lines.get("__init__", ""),
                hint="Give the validation data the mean and the deviation, or the ends, of the training data.",
            )
            return
    if not record.lines.get("scales"):
        return
    for name, mine in record.statistics.items():
        theirs = other.statistics.get(name, mine)
        if len(mine) == len(theirs) and not np.allclose(mine, theirs, rtol=1e-3, atol=1e-9):
            place = int(np.argmax(np.abs(np.subtract(mine, theirs)) / (np.abs(mine) + 1e-12)))
            yield finding(
                "scaled_otherwise",
                LOSES,
                f"{name} is {mine[place]:.4g} in training, and {theirs[place]:.4g} in validation",
                "one number means one thing in training, and another one in validation",
                asked="validation data are scaled by what was measured in training",
                attribute=name,
                line=record.lines["scales"],
                hint="Give the validation data the mean and the deviation of the training data.",
            )
            return


def _columns_otherwise(record, other):
    """Yield a finding about tables whose columns are others in validation, where all of them are inputs."""
    mine, theirs = (one.epochs[0].held if one.epochs else {} for one in (record, other))
    widths = (
        {leaf.shape[1] for leaf in record.first.side("x") if len(leaf.shape) == 2} if record.first else set()
    )
    for name, held in mine.items():
        names, others = held.names, theirs[name].names if name in theirs else ()
        if names != others and len(names) == len(others) and widths & {len(names), len(names) - 1}:
            place = next(k for k, (a, b) in enumerate(zip(names, others)) if a != b)
            yield finding(
                "numbered_otherwise",
                LOSES,
                f"column {place} of {name} is {names[place]!r} in training, and {others[place]!r} in validation",
                "what the model learned of one column it is given of another one",
                asked=f"{name} has the same columns in both, in the same order",
                attribute=name,
                values=(names[place], others[place]),
                line=record.line_of(name),
                hint="Take the columns of validation in the order of training: table.reindex(columns=…, fill_value=0).",
            )
            return


def _labelled_otherwise(record, other):
    """Yield a finding about files whose folder has one label in training, and another one in validation."""
    mine, theirs = _labels_of_folders(record), _labels_of_folders(other)
    bad = [folder for folder in theirs if folder in mine and mine[folder] != theirs[folder]]
    if bad:
        folder = bad[0]
        yield finding(
            "numbered_otherwise",
            LOSES,
            f"files in {folder!r} are {mine[folder]} in training, and {theirs[folder]} in validation",
            f"{plural(len(bad), 'folder')} {'has' if len(bad) == 1 else 'have'} another number there",
            values=bad,
            line=record.lines.get("__init__", ""),
            hint="Number the classes once, of all folders of training, and use these numbers for both.",
        )


def _labels_of_folders(record):
    """`{folder: label}` of files that are held beside their labels, where each folder has one label."""
    held = record.epochs[0].held if record.epochs else {}
    for one in held.values():
        keys = one.keys or ()
        if len(keys) < LEAST_FILES or not all(isinstance(key, str) and os.path.dirname(key) for key in keys):
            continue
        folders = [os.path.basename(os.path.dirname(key)) for key in keys]
        for labels in held.values():
            numbers = labels.keys or ()
            if len(numbers) != len(keys) or not all(isinstance(n, int | np.integer) for n in numbers):
                continue
            pairs = {*zip(folders, map(int, numbers))}
            if 1 < len({*folders}) == len(pairs) == len({*map(int, numbers)}):
                return dict(pairs)
    return {}


def _sizes(record):
    """`{(path, shape of a row): the usual largest value of a batch}` of the inputs and targets of an epoch."""
    found = {}
    for epoch in record.epochs[:1]:
        for batch in epoch.good:
            for leaf in (*batch.side("x"), *batch.side("y")):
                # words and other numbers of things may be small in a few rows
                measured = leaf.kind == "f" or len(leaf.shape) > 3
                wide = len(leaf.shape) > 1 or leaf.side == "y"
                if measured and leaf.low is not None and leaf.finite and wide:
                    found.setdefault((leaf.path, leaf.shape[1:]), []).append(
                        max(abs(leaf.low), abs(leaf.high))
                    )
    return {key: statistics.median(sizes) for key, sizes in found.items()}


def _windows_between(record, other):
    """Windows of one series that are shuffled and then split: those of validation lie among those of training.

    Windows of a split in time have in common what lies at the border alone, which is left out here.
    Returns: the series, how many of its items are in both, of how many; None where that is few of them.
    """
    if not record.epochs or not other.epochs:
        return None
    mine, theirs = Reads(record.epochs[0]), Reads(other.epochs[0])
    for name in sorted(mine.windows & theirs.windows):
        one, two = mine.readings[name], theirs.readings[name]
        if one.held.n != two.held.n or not one.held.prints or one.held.prints != two.held.prints:
            continue
        border = 2 * round(max(one.ratio, two.ratio))
        inner = range(min(one.times) + border, max(one.times) - border + 1)
        inside = sum(place in one.times and place in inner for place in two.times)
        if inside > MOST * two.used:
            return name, inside, two.used
    return None


def _of_one_class(record, other):
    """Yield a question about validation data that have the targets of one class alone, where training has others."""
    mine, theirs = map(_classes, (record, other))
    if len(mine) > 1 and len(theirs) == 1 and theirs.total() >= LEAST_ROWS:
        yield (
            f"Is it meant that all {theirs.total():,} rows of validation have the same target? Training has "
            f"{len(mine):,} different ones: was the data in order when it was split?"
        )


def _same_people(record, other):
    """Yield a question about tables that say whom a row is of, and have the same ones in training and validation."""
    mine, theirs = (one.epochs[0].held if one.epochs else {} for one in (record, other))
    for name, held in mine.items():
        for column, values in held.columns.items():
            others = theirs[name].columns.get(column, ()) if name in theirs else ()
            both = set(values) & set(others)
            if OF_PEOPLE.search(column) and both and values != others and len(set(values)) < len(values):
                yield (
                    f"Is it meant that {plural(len(both), 'value')} of {name}[{column!r}] are in training and in "
                    f"validation, such as {listed(sorted(both, key=str), 1)}? What is known of one row of it says "
                    "much of another."
                )
                return


def _same_recordings(record, other):
    """Yield a question about files that are pieces, by their names: of recordings that both parts have pieces of."""
    mine, theirs = (_pieces(one) for one in (record, other))
    both = mine.keys() & theirs.keys()
    if (
        mine.total() >= 2 * len(mine)
        and len(both) > MOST * len(theirs)
        and len(mine) > LEAST_RECORDINGS
        and max(mine.values()) < MOST * mine.total()
    ):
        yield (
            f"Are files of one recording in training and in validation? {plural(len(both), 'name')}, such as "
            f"{listed(sorted(both), 1)}, {'has' if len(both) == 1 else 'have'} numbers in both."
        )


def _pieces(record):
    """`{the name without the number at its end: how many}` of the files that were read."""
    found = Counter()
    for items in _items(record).values():
        stems = [re.fullmatch(r"(.*\D)\d+", stem_of(item)) for item in items if isinstance(item, str)]
        if stems and all(stems):
            found.update(stem.group(1) for stem in stems)
    return found


def _classes(record):
    """`{a number for a class: rows}` of targets that are one whole number, or one-hot; empty of all others."""
    found = Counter()
    for batch in record.epochs[0].good if record.epochs else ():
        leaves = batch.side("y")
        is_one = len(leaves) == 1 and (leaves[0].kind in "ib" or (leaves[0].low, leaves[0].high) in ONE_HOT)
        if not is_one or len(leaves[0].shape) > 2:
            return Counter()
        found.update(leaves[0].rows)
    return found


def _items(record):
    """`{name: items}` that were read and that tell themselves apart, such as paths or ids.

    What is looked up again and again, such as the words of a vocabulary, is no item of an epoch.
    """
    found = {}
    for epoch in record.epochs[:1]:
        for name, reading in Reads(epoch).readings.items():
            keys = reading.held.keys
            plain = not reading.held.is_index  # numbers of rows are the same in both by nature
            looked_up = reading.held.kind == "dict" and reading.overlap > MOST_LOOKED_UP
            if keys and len(set(keys)) == len(keys) and plain and not looked_up and not _are_places(keys):
                found[name] = set(reading.values(reading.times))
    return found


def _are_places(keys):
    """Whether items are pairs, or more, of whole numbers: such as of a row and of where a window begins in it."""
    return all(isinstance(key, tuple) and all(isinstance(n, int | np.integer) for n in key) for key in keys)


def _shared_names(record, other):
    theirs = _items(other)
    for name, items in _items(record).items():
        for more in theirs.values():
            both = items & more
            if both and not _in_other_files(both, record, other):
                return name, sorted(both, key=str)
    return None


def _files(record):
    """`{path: in how many batches}` of the files that an epoch opened."""
    return Counter(
        os.path.realpath(path)
        for epoch in record.epochs[:1]
        for batch in epoch.good
        for path in {*batch.reads.get("<files>", ())}
    )


def _in_other_files(items, record, other):
    """Whether texts that are in both name files, and training and validation open different ones by these names."""
    stems = {stem_of(str(item)) for item in items}
    mine, theirs = ({path for path in _files(one) if stem_of(path) in stems} for one in (record, other))
    return bool(mine) and bool(theirs) and not mine & theirs


def _shared_files(record, other):
    """Files that both open, and training for a few of its batches, such as pictures; None where there are none."""
    if not record.epochs or len(record.epochs[0].good) < LEAST_BATCHES:
        return None
    of_items = {path for path, count in _files(record).items() if count <= MOST_LOOKED_UP}
    shared = sorted(map(os.path.basename, of_items & _files(other).keys()))
    return ("", shared) if shared else None


def _shared_items(record, other):
    """Items of arrays, of which each is a row of both: told by what they hold, not by their names."""
    mine, theirs = _measured_items(record), _measured_items(other)
    for name, items in mine.items():
        for more in theirs.values():
            both = items.keys() & more.keys()
            if len(both) >= LEAST_MEASURED:
                return name, sorted(items[one] for one in both)
    return None


def _measured_items(record):
    """`{name: {a number for what it holds: position}}` of items that are rows, and not alike by chance."""
    if not record.epochs or not record.epochs[0].good:
        return {}
    least = LEAST_MEASURED if _are_measured(record) else LEAST_WHOLE
    found = {}
    for name, reading in Reads(record.epochs[0]).readings.items():
        held, prints = reading.held, reading.held.prints
        size = math.prod(held.shape or (0,))
        if held.kind == "array" and prints and size >= least:
            alike = len(prints) - len({*prints})  # items that are there twice, to count more
            few = not alike or (size > LEAST_MANY and 2 * alike < len(prints))
            if reading.one_a_row and reading.overlap < MOST_LOOKED_UP and few:
                found[name] = {prints[place]: place for place in reading.times}
    return found


def _shared_rows(record, other):
    if not record.epochs or not other.epochs or not record.deterministic or not other.deterministic:
        return None
    mine, theirs = (_rows_of(one) for one in (record, other))
    if not theirs:
        return None
    both = {row: count for row, count in theirs.items() if row in mine}
    if not (_are_measured(record) and len(both) >= LEAST_MEASURED):  # rows that come twice are alike anyway
        both = {row: count for row, count in both.items() if count == mine[row] == 1}
    return sum(both.values()), theirs.total(), max(mine.values()) == 1


def _rows_of(record):
    """How often each row of inputs came in an epoch; in that in which it came most often."""
    counts = Counter()
    for epoch in record.epochs:
        counts |= Counter(row for batch in epoch.good for row in batch.x)
    return counts


def _are_measured(record):
    """Whether each row of the inputs has some numbers that are no whole ones, as measured values are."""
    leaves = [leaf for batch in record.epochs[0].good[:1] for leaf in batch.side("x")]
    return any(
        leaf.kind == "f" and math.prod(leaf.shape[1:]) >= LEAST_MEASURED and _is_broken(leaf.low, leaf.high)
        for leaf in leaves
    )


def _are_words(record):
    """Whether the inputs are a few whole numbers each, such as those of the words of a text, which may be alike."""
    leaves = [leaf for batch in record.epochs[0].good[:1] for leaf in batch.side("x")]
    return all(
        leaf.kind in "ib" and len(leaf.shape) < 3 and math.prod(leaf.shape[1:]) < LEAST_WHOLE
        for leaf in leaves
    )


def _is_broken(*numbers):
    """Whether one of some numbers is no whole one."""
    return any(number is not None and number % 1 for number in numbers)
