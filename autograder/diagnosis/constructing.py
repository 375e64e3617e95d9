"""What a constructor does to the order of what it is given: the data are seen before and after."""

import contextlib
import functools
import itertools
import re
from collections import Counter
from dataclasses import dataclass, field

import numpy as np

from autograder.diagnosis.borders import jumps
from autograder.diagnosis.content import correlation
from autograder.diagnosis.frames import is_table
from autograder.diagnosis.holding import loaded, walk
from autograder.diagnosis.tracing import columns_of, prints_of
from autograder.patches import Patch

__all__ = ["Given", "as_given", "emptied", "joined", "made_of", "relabelled", "shortened"]

MOST_PARTS = 8
"""A list, tuple or dict of so many is looked into, such as one of inputs and targets."""
LEAST_UNORDERED = 20
"""Of fewer rows it is not said that they are in no order."""
MOST_COLUMNS, LEAST_ROWS = 64, 8
"""Of wider tables, and of fewer rows, it is not told how they were scaled."""
SOME = 0.05
"""A larger share of items with the label of another one is no slip in the data."""
ALIKE = 0.99999
"""The correlation of a column with itself, scaled."""
DATES = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}")
"""Dates that stand in no order as texts: the year comes last."""
JOINING, READING = ("concatenate", "vstack", "hstack"), ("load", "loadtxt", "genfromtxt")


@dataclass
class Given:
    """What a constructor was given, before it did anything to it.

    prints: of each thing with items, one number for each of them, as `tracing.prints_of` has it; of tables, of
    each column too. tables: numbers, (rows, columns) each. joined: the lengths of the parts of what was joined,
    one behind the other, and of what was read from several files, until the object was there. texts: lists of texts.
    headless: a file without a line of names, and what was taken for these. text_order: the column of dates as text by
    which a table was put in order, and two of them. unordered: the lengths of tables whose rows are in no order.
    """

    prints: list = field(default_factory=list)
    tables: list = field(default_factory=list)
    joined: list = field(default_factory=list)
    texts: list = field(default_factory=list)
    headless: tuple = ()
    text_order: tuple = ()
    unordered: set = field(default_factory=set)


def made_of(make, kind):
    """Make an object of a class, and note what its constructor was given. Returns: `(object, Given)`."""
    seen, real = {}, kind.__init__

    @functools.wraps(real)
    def __init__(self, *arguments, **options):
        if id(self) not in seen:  # a class that calls itself, or its base, again
            seen[id(self)] = given = Given()
            for part in itertools.chain.from_iterable(map(_parts, (*arguments, *options.values()))):
                given.prints += _prints(part)
                given.tables += _numbers(part)
                if is_table(part) and _is_unordered(part.index):
                    given.unordered.add(len(part))
                if isinstance(part, (list, tuple)) and len(part) >= LEAST_ROWS and isinstance(part[0], str):
                    given.texts.append(tuple(part))
        real(self, *arguments, **options)

    lengths, heard = [], Given()
    with Patch(kind, {"__init__": __init__}), _joining(lengths), _hearing_tables(heard):
        thing = make()
    given = seen.get(id(thing), Given())
    given.joined, given.headless, given.text_order = lengths, heard.headless, heard.text_order
    return thing, given


@contextlib.contextmanager
def _joining(lengths):
    """Note meanwhile of how long parts something is joined, or read from files. lengths: a list that is filled."""
    read = {}

    def joining(real):
        @functools.wraps(real)
        def join(parts, *arguments, **options):
            joined = real(parts, *arguments, **options)
            sizes = [len(part) for part in parts if np.ndim(part)] if isinstance(parts, (list, tuple)) else []
            if len(sizes) > 1 and len(joined) == sum(sizes):
                lengths.append(tuple(sizes))
            return joined

        return join

    def reading(real):
        @functools.wraps(real)
        def load(*arguments, **options):
            loaded_ = real(*arguments, **options)
            array = loaded_[1] if type(loaded_) is tuple and len(loaded_) == 2 else loaded_
            if hasattr(array, "shape") and len(array.shape):
                read.setdefault((real.__name__, len(array.shape)), []).append(len(array))
            return loaded_

        return load

    with contextlib.ExitStack() as stack:
        stack.enter_context(Patch(np, {name: joining(getattr(np, name)) for name in JOINING}))
        stack.enter_context(Patch(np, {name: reading(getattr(np, name)) for name in READING}))
        if (pandas := loaded("pandas")) is not None:
            news = {"concat": joining(pandas.concat), "read_csv": reading(pandas.read_csv)}
            stack.enter_context(Patch(pandas, news))
        if (sounds := loaded("scipy.io.wavfile")) is not None:
            stack.enter_context(Patch(sounds, {"read": reading(sounds.read)}))
        yield
    lengths += [tuple(sizes) for sizes in read.values() if len(sizes) > 1]


@contextlib.contextmanager
def _hearing_tables(given):
    """Note meanwhile which file of pandas has no line of names, and which table is put in order by dates as text."""
    pandas = loaded("pandas")
    if pandas is None:
        yield
        return
    read, order = pandas.read_csv, pandas.DataFrame.sort_values

    @functools.wraps(read)
    def read_csv(*arguments, **options):
        table = read(*arguments, **options)
        if type(table) is pandas.DataFrame and "header" not in options and "names" not in options:
            if _are_measured(list(table.columns)):
                given.headless = str(arguments[0] if arguments else ""), tuple(map(str, table.columns))
        return table

    @functools.wraps(order)
    def sort_values(self, by, *arguments, **options):
        column = by[0] if isinstance(by, list) and len(by) == 1 else by
        table = order(self, by, *arguments, **options)
        if isinstance(column, str) and column in self.columns and len(self) >= LEAST_ROWS:
            texts = (self if table is None else table)[column].tolist()
            if all(isinstance(text, str) and DATES.fullmatch(text) for text in texts):
                if not _are_in_time(pandas, texts):
                    given.text_order = column, *texts[:2]
        return table

    with Patch(pandas, {"read_csv": read_csv}), Patch(pandas.DataFrame, {"sort_values": sort_values}):
        yield


def _are_in_time(pandas, texts):
    """Whether dates as text come in the order of time, forwards or backwards, the day or the month first."""
    for first in (False, True):
        times = pandas.Series(pandas.to_datetime(texts, dayfirst=first, format="mixed", errors="coerce"))
        if times.notna().all() and (times.is_monotonic_increasing or times.is_monotonic_decreasing):
            return True
    return False


def _is_unordered(index):
    """Whether the names of rows are different times, and in no order, as after a shuffle.

    Numbers say nothing: they stay where they were when a table is put in the order of a column.
    """
    names = index.to_numpy()
    if names.dtype.kind != "M" or len(names) < LEAST_UNORDERED or not index.is_unique:
        return False
    return 0.2 < float(np.mean(names[1:] > names[:-1])) < 0.8


def _are_measured(names):
    """Whether names of columns are numbers of a first line of data: they are in no order, and some are alike.

    Years, or frequencies, are numbers too, and rise.
    """
    bare = [
        re.sub(r"(?<=\d)\.\d$", "", str(name)) if str(name).count(".") > 1 else str(name) for name in names
    ]
    try:
        numbers = [float(name) for name in bare]
    except ValueError:
        return False
    alike = len(set(map(int, numbers))) < len(numbers)
    return len(numbers) > 1 and alike and any(a >= b for a, b in itertools.pairwise(numbers))


def _parts(value):
    """A value, and its few parts."""
    yield value
    if isinstance(value, (list, tuple, dict)) and len(value) <= MOST_PARTS:
        yield from value.values() if isinstance(value, dict) else value


def _prints(part):
    """Yield the numbers of the items of something; also as those of an array, and of each column."""
    told = prints_of(part)
    if told is None or len(told) < 2:
        return
    yield told
    if isinstance(part, list) or is_table(part):
        try:
            array = np.asarray(part)
        except ValueError:  # of arrays of several shapes
            return
        if array.dtype != object and (told := prints_of(array)) is not None:
            yield told
    if is_table(part) and part.ndim == 2:
        for place in range(min(part.shape[1], MOST_COLUMNS)):
            if (told := prints_of(part.iloc[:, place].to_numpy())) is not None:
                yield told
        yield from columns_of(part).values()


def _numbers(part):
    """Yield the columns of numbers of a table, or of an array with two axes, as floats (rows, columns)."""
    if is_table(part) and part.ndim == 2:
        part = part.select_dtypes("number").to_numpy()
    if isinstance(part, np.ndarray) and part.ndim == 2 and part.dtype.kind in "fiu":
        if 2 <= part.shape[1] <= MOST_COLUMNS and len(part) >= LEAST_ROWS:
            yield part.astype("float64")


def as_given(thing, after, given):
    """What each container held, were it in the order in which the constructor was given its items.

    after: `{name: prints}` of what `thing` holds. given: `Given`. Of what it was not given there is nothing.
    """
    found = {}
    arrays = {name: value for name, value, _ in walk(thing) if isinstance(value, np.ndarray)}
    for name, told in after.items():
        same = [one for one in given.prints if len(one) == len(told)]
        if any(tuple(one) == tuple(told) for one in same):
            found[name] = told
        elif same and (others := [one for one in same if Counter(one) == Counter(told)]):
            found[name] = others[0]
        elif (order := _order_of_scaled(arrays.get(name), given.tables)) is not None:
            before = dict(zip(order, told))
            found[name] = tuple(before[place] for place in range(len(told)))
    return found


def _order_of_scaled(array, tables):
    """Which row of a table each row of an array is, whose columns are those of the table, scaled; or None.

    One column of different numbers says which, by their order, and at least one more has to agree.
    """
    for held in _numbers(array):
        for table in tables:
            if len(table) != len(held) or not np.isfinite(table).all() or not np.isfinite(held).all():
                continue
            differ = [column for column in table.T if len(np.unique(column)) == len(column)]
            of_held = next((column for column in held.T if len(np.unique(column)) == len(column)), None)
            for column in differ if of_held is not None else ():
                order = np.argsort(column)[np.argsort(np.argsort(of_held))]
                alike = sum(
                    any(correlation(one, other[order]) > ALIKE for other in table.T) for one in held.T
                )
                if correlation(of_held, column[order]) > ALIKE and alike > 1:
                    return order.tolist()
    return None


def shortened(after, columns, given):
    """Containers that hold some of the items that were given alone, and others that still have one for each of all.

    after: `{name: prints}`, columns: `{name: columns}` of what is held. Yields `(name, places, others)`: which of the
    given items those of a container are, and the names of what has as many items as were given.
    """
    for name, told in after.items():
        for one in given.prints:
            if not 1 < len(told) < len(one) or len(set(one)) < len(one):
                continue
            places = {item: place for place, item in enumerate(one)}
            for items in (told, *columns.get(name, {}).values()):
                if len(set(items)) == len(items) and set(items) <= places.keys():
                    others = [other for other in after if len(after[other]) == len(one)]
                    if others:
                        yield name, tuple(places[item] for item in items), tuple(others)
                    break


def relabelled(after, given):
    """Yield `(name, other, how many are apart, of how many, sure)` of a part of what was given, and labels of others.

    after: `{name: prints}` of what is held. It is known of each item of the one where it was given, and of the other
    what it should be then. sure: the labels are those that it should have, in another order.
    """
    as_they_were = {
        name for name, told in after.items() if any(tuple(one) == tuple(told) for one in given.prints)
    }
    for name, told in after.items():
        if name in as_they_were or any(set(after[other]) == set(told) for other in as_they_were):
            continue  # it is what was given, in that order, or holds partners of what is
        for one in given.prints:
            if (
                not LEAST_ROWS <= len(told) <= len(one)
                or len(set(one)) < len(one)
                or not set(told) <= set(one)
            ):
                continue
            places = {item: place for place, item in enumerate(one)}
            for other, labels in after.items():
                if other == name or len(labels) != len(told) or len(set(labels)) < 2:
                    continue
                beside = [all_ for all_ in given.prints if len(all_) == len(one) and set(labels) <= set(all_)]
                if len(beside) == 1 and len(set(beside[0])) < len(one):
                    wanted = [beside[0][places[item]] for item in told]
                    apart = sum(a != b for a, b in zip(wanted, labels))
                    if apart > SOME * len(told):
                        yield name, other, apart, len(told), Counter(wanted) == Counter(labels)


def emptied(thing, given):
    """`(name, how many, an example)` of a list of texts that were given, of which some are empty now; or ()."""
    for name, value, _ in walk(thing):
        if (
            isinstance(value, list)
            and len(value) >= LEAST_ROWS
            and all(isinstance(text, str) for text in value)
        ):
            for texts in given.texts:
                gone = [k for k, (a, b) in enumerate(zip(texts, value)) if a.strip() and not b.strip()]
                if len(texts) == len(value) and len(gone) > SOME * len(value):
                    return name, len(gone), texts[gone[0]]
    return ()


def joined(thing, after, given):
    """`{name: (lengths, whether it jumps)}` of what holds as many items as were joined, of several parts.

    It jumps where most parts do not go on where the one before them ended: these are recordings of their own.
    """
    held = {name: value for name, value, _ in walk(thing)}
    return {
        name: (parts, jumps(held.get(name), np.cumsum(parts)[:-1]))
        for name, told in after.items()
        for parts in given.joined
        if sum(parts) == len(told)
    }
