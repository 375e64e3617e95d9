"""Recording stand-ins for pandas: a DataFrame and a Series that note which rows are read."""

import contextlib
import functools

import numpy as np

from autograder.diagnosis.holding import loaded
from autograder.diagnosis.record import WHOLE
from autograder.diagnosis.stand_ins import TracedList, positions, traced_view

__all__ = ["is_table", "traced_table"]


def is_table(thing):
    """Whether it is a plain DataFrame or Series."""
    pandas = loaded("pandas")
    return pandas is not None and type(thing) in (pandas.DataFrame, pandas.Series)


def traced_table(table, tape, name):
    """A stand-in for a DataFrame or a Series."""
    frame, series = _classes()
    pandas = loaded("pandas")
    new = (frame if isinstance(table, pandas.DataFrame) else series)(table)
    return _mark(new, tape, name)


def _mark(new, tape, name):
    object.__setattr__(new, "_tape", tape)
    object.__setattr__(new, "_traced_as", name)
    return new


def rows_by_label(table, key):
    """The positions of the rows that `table.loc[key]` gives, or `WHOLE`."""
    pandas = loaded("pandas")
    if isinstance(key, slice) and key == slice(None):
        return WHOLE
    try:
        if getattr(getattr(key, "dtype", None), "kind", "") == "b":
            return np.flatnonzero(np.asarray(key)).tolist()
        places = pandas.Series(np.arange(len(table)), index=table.index)
        return np.atleast_1d(np.asarray(places.loc[key])).tolist()
    except Exception:
        return WHOLE


class _Indexer:
    """`iloc`, `loc`, `iat` or `at` of a stand-in."""

    def __init__(self, owner, which):
        self._owner, self._which = owner, which

    def __getitem__(self, key):
        pandas = loaded("pandas")
        owner = self._owner
        plain = owner._plain
        wide = isinstance(owner, pandas.DataFrame)
        row = key[0] if isinstance(key, tuple) and len(key) <= 2 and wide else key
        with owner._tape.silent():
            row = row(plain) if callable(row) else row
            read = positions(row, len(plain)) if self._which in ("iloc", "iat") else rows_by_label(plain, row)
            got = getattr(plain, self._which)[key]
        if read is WHOLE and isinstance(key, tuple) and len(got) == len(plain):
            return owner._part(got)  # some columns; which rows are meant is said later
        owner._tape.add(owner._traced_as, read)
        return got

    def __setitem__(self, key, value):
        getattr(super(type(self._owner), self._owner), self._which)[key] = value


@functools.cache
def _classes():
    pandas = loaded("pandas")

    class Traced:
        """What both stand-ins do."""

        _tape = None

        @property
        def _plain(self):
            with self._tape.silent() if self._tape is not None else contextlib.nullcontext():
                return self._base(self)

        def _indexer(self, which):
            return getattr(self._plain, which) if self._tape is None else _Indexer(self, which)

        iloc = property(lambda self: self._indexer("iloc"))
        loc = property(lambda self: self._indexer("loc"))
        iat = property(lambda self: self._indexer("iat"))
        at = property(lambda self: self._indexer("at"))

        def _part(self, got):
            """Make what has all rows, and not all columns, a stand-in of its own."""
            kind = TracedFrame if isinstance(got, pandas.DataFrame) else TracedSeries
            return _mark(kind(got), self._tape, self._traced_as)

        def _array(self, array):
            if self._tape is None or array.ndim < 1 or len(array) != len(self):
                return array
            return traced_view(np.asarray(array), self._tape, self._traced_as)

        @property
        def values(self):
            return self._array(np.asarray(self._plain.values))

        def to_numpy(self, *arguments, **options):
            return self._array(self._plain.to_numpy(*arguments, **options))

        def take(self, indices, *arguments, **options):
            if self._tape is not None:
                self._tape.add(self._traced_as, positions(indices, len(self)))
            return self._plain.take(indices, *arguments, **options)

        def sample(self, *arguments, **options):
            plain = self._plain
            got = plain.sample(*arguments, **options)
            if self._tape is not None:
                with self._tape.silent():
                    read = plain.index.get_indexer(got.index).tolist() if plain.index.is_unique else WHOLE
                self._tape.add(self._traced_as, read)
            return got

        def head(self, n=5):
            if self._tape is not None:
                self._tape.add(self._traced_as, positions(slice(None, n), len(self)))
            return self._plain.head(n)

        def copy(self, deep=True):
            return _mark(type(self)(self._plain.copy()), self._tape, self._traced_as)

        def __reduce__(self):
            return self._plain.__reduce__()

    class TracedFrame(Traced, pandas.DataFrame):
        _base = pandas.DataFrame

        @property
        def _constructor(self):
            return pandas.DataFrame

        @property
        def _constructor_sliced(self):
            return pandas.Series

        def __getitem__(self, key):
            plain = self._plain
            if self._tape is None:
                return plain[key]
            with self._tape.silent():
                got = plain[key]
            if isinstance(key, slice):
                labels = isinstance(key.start, str) or isinstance(key.stop, str)
                self._tape.add(self._traced_as, WHOLE if labels else positions(key, len(plain)))
                return got
            if isinstance(key, (pandas.Series, np.ndarray, list)) and np.asarray(key).dtype == bool:
                self._tape.add(self._traced_as, np.flatnonzero(np.asarray(key)).tolist())
                return got
            return self._part(got) if len(got) == len(plain) else got

        def __getattr__(self, name):
            got = pandas.DataFrame.__getattr__(self, name)
            if self._tape is not None and isinstance(got, pandas.Series) and len(got) == len(self):
                return self._part(got)
            return got

        def iterrows(self):
            for place, row in enumerate(self._plain.iterrows()):
                if self._tape is not None:
                    self._tape.add(self._traced_as, [place])
                yield row

        def itertuples(self, *arguments, **options):
            for place, row in enumerate(self._plain.itertuples(*arguments, **options)):
                if self._tape is not None:
                    self._tape.add(self._traced_as, [place])
                yield row

    class TracedSeries(Traced, pandas.Series):
        _base = pandas.Series

        @property
        def _constructor(self):
            return pandas.Series

        def __getitem__(self, key):
            plain = self._plain
            if self._tape is None:
                return plain[key]
            with self._tape.silent():
                got = plain[key]
                read = positions(key, len(plain)) if isinstance(key, slice) else rows_by_label(plain, key)
            self._tape.add(self._traced_as, read)
            return got

        def __iter__(self):
            return iter(self._array(np.asarray(self._plain)))

        def tolist(self):
            listed = TracedList(self._plain.tolist())
            listed._tape, listed._name = self._tape, self._traced_as
            return listed

        to_list = tolist

    return TracedFrame, TracedSeries
