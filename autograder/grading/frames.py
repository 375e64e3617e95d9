"""Series, DataFrames and indices of pandas as plain columns, where pandas is installed and used."""

import contextlib
import functools
import re
import sys

__all__ = ["TAGS", "NotPlain", "alike", "is_frame", "is_kind", "is_table", "read", "write"]

TAGS = (
    "series",
    "frame",
    "index",
    "range index",
    "multi index",
    "timestamp",
    "timedelta of pandas",
    "na",
    "extension",
    "category",
    "period",
    "periods",
    "interval",
    "intervals",
)
MOST_COLUMNS = 2_000
EXTENSIONS = re.compile(
    r"string|str|boolean|U?Int(8|16|32|64)|Float(32|64)|datetime64\[(s|ms|us|ns), [\w/+:-]{1,40}\]"
)
"""Names of the dtypes, beside NumPy's, whose items are plain values."""
STEPS = re.compile(r"-?[0-9]{0,6}[A-Za-z]{1,4}(-[A-Z]{3})?")
"""How pandas writes the steps of dates: "D", "15min", "W-SUN"."""


class NotPlain(TypeError):
    """A column that has no plain values; the message says why."""


def is_frame(value):
    """Whether a value is one of those that `write` takes; a subclass of them is not."""
    return is_kind(type(value))


def is_kind(kind):
    """Whether a class is one of those that `write` takes."""
    return "pandas" in sys.modules and kind in _kinds()


def is_table(value):
    """Whether a value is a Series or a DataFrame, which code can change in place."""
    pandas = sys.modules.get("pandas")
    return pandas is not None and type(value) in (pandas.Series, pandas.DataFrame)


def alike(one, other):
    """Whether two tables are the same: values, dtypes, index, and names."""
    names = (one.name, other.name) if one.ndim == 1 else (list(one.columns), list(other.columns))
    labels = [[axis.names for axis in table.axes] for table in (one, other)]
    return one.ndim == other.ndim and names[0] == names[1] and labels[0] == labels[1] and one.equals(other)


@functools.cache
def _kinds():
    import pandas

    return {
        pandas.Series: _series,
        pandas.DataFrame: _frame,
        pandas.RangeIndex: _range,
        pandas.MultiIndex: _multi,
        pandas.Index: _index,
        pandas.DatetimeIndex: _index,
        pandas.TimedeltaIndex: _index,
        pandas.CategoricalIndex: _index,
        pandas.PeriodIndex: _index,
        pandas.IntervalIndex: _index,
        pandas.Period: _period,
        pandas.Interval: _interval,
        pandas.Timestamp: _timestamp,
        pandas.Timedelta: _timedelta,
        type(pandas.NA): _missing,
        type(pandas.NaT): _missing,
        pandas.Categorical: _extension,
    }


def write(value, writer, depth):
    """Return a value of pandas as a `values.Writer` writes it. Raises: NotPlain."""
    return _kinds()[type(value)](value, writer, depth)


def _series(value, writer, depth):
    return [
        "series",
        writer.write(value.name, depth + 1),
        writer.write(value.index, depth + 1),
        _column(value, writer, depth),
    ]


def _frame(value, writer, depth):
    if value.shape[1] > MOST_COLUMNS:
        raise NotPlain(f"it has more than {MOST_COLUMNS} columns")
    columns = [_column(value.iloc[:, place], writer, depth) for place in range(value.shape[1])]
    return ["frame", writer.write(value.columns, depth + 1), writer.write(value.index, depth + 1), columns]


def _range(value, writer, depth):
    return ["range index", value.start, value.stop, value.step, writer.write(value.name, depth + 1)]


def _index(value, writer, depth):
    is_period = type(value).__name__ == "PeriodIndex"
    step = None if is_period else getattr(value, "freqstr", None)  # of dates in equal steps
    return ["index", writer.write(value.name, depth + 1), _column(value, writer, depth), step]


def _multi(value, writer, depth):
    return ["multi index", writer.write(list(value.names), depth + 1), writer.write(list(value), depth + 1)]


def _timestamp(value, writer, depth):
    return ["timestamp", value.isoformat(), value.unit]


def _timedelta(value, writer, depth):
    return ["timedelta of pandas", value.isoformat(), value.unit]


def _period(value, writer, depth):
    return ["period", value.ordinal, value.freqstr]


def _interval(value, writer, depth):
    ends = [writer.write(end, depth + 1) for end in (value.left, value.right)]
    return ["interval", *ends, value.closed]


def _missing(value, writer, depth):
    import pandas

    return ["na", "NA" if value is pandas.NA else "NaT"]


def _column(column, writer, depth):
    import numpy as np

    if isinstance(column.dtype, np.dtype):
        return writer.write(np.asarray(column), depth + 1)
    return _extension(column.array, writer, depth)


def _extension(array, writer, depth):
    import pandas

    dtype = array.dtype
    if isinstance(dtype, pandas.CategoricalDtype):
        import numpy as np

        return [
            "category",
            writer.write(dtype.categories, depth + 1),
            writer.write(np.asarray(array.codes), depth + 1),
            bool(dtype.ordered),
        ]
    if isinstance(dtype, pandas.PeriodDtype):
        return ["periods", writer.write(array.asi8, depth + 1), array.freqstr]
    if isinstance(dtype, pandas.IntervalDtype):
        return [
            "intervals",
            *(writer.write(end, depth + 1) for end in (array.left, array.right)),
            array.closed,
        ]
    if not EXTENSIONS.fullmatch(str(dtype)):
        raise NotPlain(f"it has a column of dtype {dtype}")
    items = [None if missing else item for item, missing in zip(array.tolist(), array.isna())]
    if str(dtype).startswith("datetime"):
        items = [None if item is None else item.isoformat() for item in items]
    return ["extension", str(dtype), writer.write(items, depth + 1)]


def read(reader, depth, tag, *parts):
    """Make a value of pandas anew, for a `values.Reader`. Raises: ValueError, TypeError, LookupError."""
    import pandas

    def make(part):
        return reader.read(part, depth + 1)

    if tag == "na":
        return pandas.NA if parts[0] == "NA" else pandas.NaT
    if tag in ("timestamp", "timedelta of pandas"):
        text, unit = str(parts[0])[:100], {"s": "s", "ms": "ms", "us": "us", "ns": "ns"}[parts[1]]
        return (pandas.Timestamp if tag == "timestamp" else pandas.Timedelta)(text).as_unit(unit)
    if tag in ("period", "periods"):
        ordinals, step = make(parts[0]), parts[1]
        if type(step) is not str or not STEPS.fullmatch(step):
            raise ValueError("steps that are not taken")
        if tag == "period":
            return pandas.Period(ordinal=ordinals, freq=step)
        return pandas.PeriodIndex.from_ordinals(ordinals, freq=step).array
    if tag == "interval":
        return pandas.Interval(make(parts[0]), make(parts[1]), closed=str(parts[2]))
    if tag == "intervals":
        return pandas.arrays.IntervalArray.from_arrays(make(parts[0]), make(parts[1]), closed=str(parts[2]))
    if tag == "range index":
        start, stop, step, name = parts
        if not all(type(part) is int for part in parts[:3]) or len(range(start, stop, step)) > 10_000_000:
            raise ValueError("an index that is too long")
        return pandas.RangeIndex(start, stop, step, name=make(name))
    if tag == "multi index":
        names, items = map(make, parts)
        return pandas.MultiIndex.from_tuples([tuple(item) for item in items], names=names)
    if tag == "category":
        categories, codes, ordered = make(parts[0]), make(parts[1]), parts[2] is True
        return pandas.Categorical.from_codes(codes, categories=categories, ordered=ordered)
    if tag == "extension":
        if type(parts[0]) is not str or not EXTENSIONS.fullmatch(parts[0]):
            raise ValueError("a dtype that is not taken")
        return pandas.array(make(parts[1]), dtype=parts[0])
    if tag == "index":
        name, values = map(make, parts[:2])
        index = pandas.Index(values, name=name, dtype=values.dtype)
        if parts[2] is not None:
            if not isinstance(parts[2], str):
                raise ValueError("steps that are not taken")
            if STEPS.fullmatch(parts[2]):
                with contextlib.suppress(ValueError):  # of an empty one, or of no such steps
                    index.freq = parts[2]
        return index
    if tag == "series":
        name, index, values = map(make, parts)
        return pandas.Series(values, index=index, name=name, dtype=values.dtype, copy=False)
    labels, index, columns = make(parts[0]), make(parts[1]), reader.list(depth, parts[2][:MOST_COLUMNS])
    frame = pandas.DataFrame(
        {
            place: pandas.Series(column, index=index, dtype=column.dtype)
            for place, column in enumerate(columns)
        },
        index=index,
    )
    frame.columns = labels
    return frame
