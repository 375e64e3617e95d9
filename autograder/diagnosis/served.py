"""What became of items on the way from their source to a batch: numbers cut off, axes mixed up, padding at
another end, one array for all rows.
"""

import itertools

import numpy as np

from autograder.diagnosis.content import correlation
from autograder.diagnosis.finding import LOSES, finding

__all__ = ["Evidence", "are_proportional", "one_for_all"]

LEAST_VALUES = 16
"""So many different numbers show what becomes of a number."""
ASKED_OF_WORDS = {
    "alike": "Is it meant that {path} tells the very words of {name}?",
    "inverted": "Is it meant that {path} is 1 where {name} is 0? To most layers a mask says what counts.",
}
"""Questions about words, by their kinds."""
PROPORTIONAL = 0.99999
"""The correlation of numbers with what they were made of by one factor and one term."""
LEAST, LEAST_LATER = 3, 8
"""Of fewer rows it says nothing."""
NARROW = 0.06
"""Pictures of which all values lie within this share of the largest were made so."""
MOST_TURNED = 2_000_000
"""Numbers of a batch in which rows are looked for that are others turned round."""
MOST_TIMES = 300
"""By so much numbers are multiplied at most, as 255 is."""
MANY_NUMBERS, MANY_ROWS, FEW_USED = 50, 10, 4
"""Rows of so many numbers, of which so few are not 0, are seldom meant."""
MOST_CHANNELS = 16
"""Of pictures with more, none is compared with another."""


class Evidence:
    """Gathered from batch to batch: served arrays beside what they were read from."""

    def __init__(self):
        self._as_it_is, self._seen = set(), {}
        self._apart = self._alike = 0
        self._later = []  # rows of words: whether what belongs to each word stands one place later
        self._classes, self._channels, self._most_channels = {}, {}, {}
        self._counted, self._ranges = {}, {}
        self._words = {}  # of decoders and of weights: whether it is so, batch by batch
        self._past = {}  # of inputs with steps: how many of each row's last ones are nothing, and of its first
        self._flipped, self._bytes = {}, {}
        self._used = {}  # of inputs: how many numbers of each row are not 0, of how many
        self._ends = {}  # of pairs of inputs: rows that are filled up at other ends
        self._turned = {}  # of pairs of an input and a target: rows that are one another's, read backwards

    def add_source(self, path, array, name, own):
        """Note a served array, and the items of a container that were read for its rows."""
        if array is None or not array.size or not own.size or own.dtype.kind not in "fiu":
            return

        def note(kind, is_so):
            self._seen.setdefault((kind, path, name), []).append(bool(is_so))

        if array.shape == own.shape:
            if np.array_equal(array, own):
                self._as_it_is.add(path)
            if array.dtype.kind in "iu" and own.dtype.kind == "f":
                whole = np.isfinite(own).all() and np.array_equal(np.trunc(own).astype(array.dtype), array)
                note("cut", whole and (own != array).any())
            if array.dtype.kind in "fiu" and own.dtype.kind == "u":
                note("wrapped", _wraps(array, own) or _goes_round(array, own))
            if array.ndim > 1 and path.startswith("y"):
                note("flat", _is_one_value(array) and not _is_one_value(own))
        inner, others = array.shape[1:], own.shape[1:]
        if inner != others and sorted(inner) == sorted(others) and array.dtype.kind in "fiu":
            note("mixed", are_proportional(own.reshape(array.shape), array))

    def add_ragged(self, path, array, name, items):
        """Note a served array of whole numbers, and the series that were read for its rows: were they cut off?"""
        for row, item in zip(array, items):
            try:
                own = np.asarray(item)
            except ValueError:
                return
            if (
                own.dtype.kind != "f"
                or own.ndim != row.ndim
                or own.shape[1:] != row.shape[1:]
                or not own.size
            ):
                return
            steps = min(len(own), len(row))
            whole = [np.trunc(part).astype(row.dtype) for part in (own[:steps], own[-steps:])]
            parts = (row[:steps], row[-steps:])
            is_so = any(np.array_equal(a, b) for a, b in itertools.product(whole, parts)) and (own % 1).any()
            self._seen.setdefault(("cut", path, name), []).append(bool(is_so))

    def add_narrow(self, path, array, name, own):
        """Note a served array of whole numbers whose dtype has no room for those that were read of a container."""
        if array is None or not array.size or array.dtype.kind not in "iu" or array.dtype.itemsize > 2:
            return
        if own.dtype.kind in "iu" and own.ndim == 1 and own.size and own.max() > np.iinfo(array.dtype).max:
            cut = np.unique(own.astype(array.dtype))
            is_so = (
                2 * array.size >= own.size
                and np.isin(np.unique(array), cut).all()
                and len(cut) > LEAST_VALUES
            )
            self._seen.setdefault(("narrow", path, name), []).append(bool(is_so))

    def add_padding(self, x, y):
        """Note at which ends the words of a batch, and what belongs to each word, are padded."""
        if x is None or y is None or x.ndim != 2 or y.ndim not in (2, 3) or x.shape != y.shape[:2]:
            return
        if x.dtype.kind not in "iuf" or not np.array_equal(x, np.trunc(x)):
            return
        y = _numbers(y)
        if np.array_equal(x[:, 1:], y[:, :-1]):
            return  # the next word is the target: it has one less before it, and one more behind
        filled = min(y.min(), 0)  # -1, say, which no loss counts: then 0 is a tag
        for words, tags in zip(x, y):
            ends = [(_zeros(row), _zeros(row[::-1])) for row in (words, tags - filled)]
            self._later.append(_is_one_later(*ends))
            if ends[0] == ends[1] and any(ends[0]):
                self._alike += 1
            elif ends[0] == ends[1][::-1] and 0 in ends[0] and any(ends[0]):
                self._apart += 1

    def add_words(self, inputs, targets, weights):
        """Note which words of rows are inputs, which are targets, and which count.

        inputs, targets, weights: lists of `(path, array)`; those of words are (rows, words) of whole numbers.
        """
        inputs = [(path, x[..., 0] if _is_flat(x) else x) for path, x in inputs]
        inputs = [(path, x) for path, x in inputs if _are_words(x)]
        targets = [(path, _numbers(y)) for path, y in targets if y is not None]
        for (path, x), (other, mask) in itertools.permutations(inputs, 2):
            if x.shape == mask.shape and x.max() > 1 and np.isin(mask, (0, 1)).all():
                kind = "mask" if "attention" in other else "inverted"
                self._words.setdefault((kind, other, path), []).append(_weigh_padding(x, mask))
        for place, (path, x) in enumerate(inputs):
            for other, y in targets:
                if y.shape == x.shape and _are_words(y):
                    kind = "copies" if place else "alike"
                    self._words.setdefault((kind, other, path), []).append(_are_the_same_words(x, y))
                    self._words.setdefault(("ahead", other, path), []).append(_is_ahead(x, y))
            for other, w in weights:
                if w is not None and w.shape == x.shape:
                    self._words.setdefault(("padding", other, path), []).append(_weigh_padding(x, w))
                    self._counted.setdefault((path, other), []).append(_weigh_all(x, w))

    def _add_flipped(self, path, x, other, y):
        """The same of pictures, or films, that stand in a batch as they are, and flipped."""
        if x is None or y is None or x.ndim < 4 or x.shape[:-1] != y.shape[:-1] or x.size > MOST_TURNED:
            return
        rows = {}
        for place, row in enumerate(x):
            rows.setdefault(row.tobytes(), place)
        for place, row in enumerate(x):
            for axis in range(row.ndim - 1):
                partner = rows.get(np.ascontiguousarray(np.flip(row, axis)).tobytes(), place)
                flipped = np.flip(y[place], axis)
                if partner != place and not np.array_equal(y[place], flipped):
                    apart = not np.array_equal(y[partner], flipped)
                    self._flipped.setdefault((other, path), []).append(apart)

    def add_ends(self, inputs):
        """Note two inputs of as many steps, of which one is filled up with zeros at its end, and one at its beginning.

        inputs: list of `(path, array)`, arrays (rows, steps, ...).
        """
        for (path, one), (other, two) in itertools.combinations(inputs, 2):
            if one is None or two is None or min(one.ndim, two.ndim) < 2 or one.shape[:2] != two.shape[:2]:
                continue
            if (
                one.shape[1] < LEAST
                or {one.dtype.kind, two.dtype.kind} != {"f"}
                or max(one.ndim, two.ndim) < 3
            ):
                continue  # words that go in may well end where those that are told begin
            for ends in zip(map(_nothing_at_the_ends, one), map(_nothing_at_the_ends, two)):
                if any(ends[0]) and any(ends[1]):
                    apart = ends[0] == ends[1][::-1] and 0 in ends[0]
                    self._ends.setdefault((other, path), []).append(apart)

    def add_values(self, path, array):
        """Note rows of one-hot targets that have no 1, and channels of pictures that are the same."""
        if array is None or not array.size or array.dtype.kind not in "fiub":
            return
        if path[0] == "x" and array.ndim in (2, 3) and array.dtype.kind == "f" and array.shape[1] > LEAST:
            self._past.setdefault(path, []).extend(map(_nothing_at_the_ends, array))
        if path[0] == "y" and array.ndim >= 3 and array.max() > 1:
            self._bytes.setdefault(path, []).append(bool(np.isin(array, (0, 255)).all()))
        if path[0] == "x" and array.ndim in (2, 3) and array.dtype.kind == "f":
            self._used.setdefault(path, []).append(
                ((array != 0).reshape(len(array), -1).sum(axis=1), array[0].size)
            )
        if path[0] == "y" and array.ndim == 2 and array.shape[1] > 1 and np.isin(array, (0, 1)).all():
            self._classes.setdefault(path, []).append(array.sum(axis=1))
        if path[0] == "x" and array.ndim == 4 and 2 <= array.shape[3] <= MOST_CHANNELS:
            same = {
                pair
                for pair in itertools.combinations(range(array.shape[3]), 2)
                if np.array_equal(array[..., pair[0]], array[..., pair[1]])
            }
            flat = all(_is_one_value(array[..., channel]) for pair in same for channel in pair)
            self._channels.setdefault(path, []).append(set() if flat else same)
            self._most_channels[path] = array.shape[3]
        if path[0] == "x" and array.ndim == 4 and array.shape[3] <= MOST_CHANNELS and array.dtype.kind == "f":
            self._ranges.setdefault(path, []).append((array.min(axis=(0, 1, 2)), array.max(axis=(0, 1, 2))))

    def add_turned(self, inputs, targets):
        """Note rows of which one's inputs are the other's backwards, while their targets of each step are the same.

        inputs, targets: lists of `(path, array)`.
        """
        for (path, x), (other, y) in itertools.product(inputs, targets):
            self._add_flipped(path, x, other, y)
            if x is None or y is None or x.ndim != 3 or y.ndim not in (2, 3) or x.shape[:2] != y.shape[:2]:
                continue
            if x.shape[1] < LEAST or x.size > MOST_TURNED:
                continue
            rows = {}
            for place, row in enumerate(x):
                rows.setdefault(row.tobytes(), place)
            for place, row in enumerate(x):
                for turned in (row[::-1], row[::-1, ::-1]):
                    partner = rows.get(np.ascontiguousarray(turned).tobytes(), place)
                    if partner > place and not np.array_equal(y[place], y[place][::-1]):
                        same = np.array_equal(y[partner], y[place])
                        self._turned.setdefault((other, path), []).append(same)

    @property
    def label_sums(self):
        """`{path: (rows without a 1, with one, with more)}` of targets of 0 and 1."""
        sums = {path: np.concatenate(parts) for path, parts in self._classes.items()}
        return {
            path: tuple(int(n) for n in ((s == 0).sum(), (s == 1).sum(), (s > 1).sum()))
            for path, s in sums.items()
        }

    @property
    def asked(self):
        """Questions as text."""
        told = [
            ASKED_OF_WORDS[kind].format(path=path, name=name)
            for (kind, path, name), seen in self._words.items()
            if kind in ASKED_OF_WORDS and all(seen) and "pad" not in path
        ]
        for path, sums in self._classes.items():
            sums = np.concatenate(sums)
            empty = int((sums == 0).sum())
            if empty and (sums == 1).any() and sums.max() == 1:
                told.append(
                    f"Is it meant that {empty:,} of {len(sums):,} rows of {path} have a 1 for no class?"
                )
        for (path, other), seen in self._counted.items():
            if all(seen):
                told.append(
                    f"Is it meant that all words count alike? {other} is 1 where {path} is padded with 0, too."
                )
        told += [
            f"Is it meant that {path} is 0 and 255? Masks of 0 and 1 are what most losses are made for."
            for path, seen in self._bytes.items()
            if all(seen)
        ]
        for path, seen in self._used.items():
            used, size = np.concatenate([counts for counts, _ in seen]), seen[0][1]
            if (
                size >= MANY_NUMBERS
                and len(used) >= MANY_ROWS
                and used.min() == used.max()
                and 1 < used[0] <= FEW_USED
            ):
                told.append(
                    f"Is it meant that all but {used[0]} of the {size:,} numbers of each row of {path} are 0?"
                )
        for path, seen in self._channels.items():
            same, count = set.intersection(*seen), self._most_channels[path]
            if same and (len(same) < count * (count - 1) // 2 or count == 2):  # all alike: grey pictures
                one, other = min(same)
                told.append(
                    f"Is it meant that channels {one} and {other} of {path} are the same in every row?"
                )
        for path, seen in self._ranges.items():
            low, high = (
                reduce([part[k] for part in seen], axis=0) for k, reduce in enumerate((np.min, np.max))
            )
            flat = np.flatnonzero(high == low)
            if 0 < len(flat) < len(high):
                which = f"channel{'s' if len(flat) > 1 else ''} {', '.join(map(str, flat))}"
                told.append(f"Is it meant that all of {which} of {path} is {low[flat[0]]:g}, in every row?")
            if (high > low).all() and (high - low < NARROW * np.maximum(abs(low), abs(high))).all():
                told.append(
                    f"Is {path} scaled twice? All values of a channel lie close together, such as between "
                    f"{low[0]:.3g} and {high[0]:.3g}."
                )
        return tuple(told)

    @property
    def found(self):
        """`(kind, path, container)` of what is so in every batch."""
        found = [key for key, seen in self._seen.items() if all(seen) and key[1] not in self._as_it_is]
        found += [key for key, seen in self._words.items() if all(seen) and key[0] not in ASKED_OF_WORDS]
        found += [
            ("flipped", *key) for key, seen in self._flipped.items() if len(seen) >= LEAST and all(seen)
        ]
        found += [("ends", *key) for key, seen in self._ends.items() if len(seen) >= LEAST and all(seen)]
        if self._apart >= LEAST and not self._alike:
            found.append(("padded", "y", "x"))
        elif len(self._later) >= LEAST_LATER and all(self._later):
            found.append(("later", "y", "x"))
        found += [("past", path, "x") for path, ends in self._past.items() if _run_past_the_end(ends)]
        found += [
            ("turned", path, other)
            for (path, other), seen in self._turned.items()
            if len(seen) >= LEAST and all(seen)
        ]
        return tuple(found)


def _are_words(array):
    if array is None or array.ndim != 2 or min(array.shape) < LEAST or array.dtype.kind not in "iuf":
        return False
    return bool(np.array_equal(array, np.trunc(array)))


def _is_flat(array):
    return array is not None and array.ndim == 3 and array.shape[2] == 1


def _numbers(targets):
    """Targets of words as numbers, where they are one-hot or have an axis of length 1 behind."""
    if targets.ndim != 3:
        return targets
    return targets[..., 0] if targets.shape[2] == 1 else targets.argmax(axis=2)


def _is_ahead(x, y):
    """Whether the inputs are the targets one word further on, and these begin with a word that is always the same.

    Else it could be meant, as for a model that writes from right to left.
    """
    starts = len(np.unique(y[:, 0])) == 1 and len(np.unique(x[:, 0])) > 1
    return starts and np.array_equal(x[:, :-1], y[:, 1:]) and not np.array_equal(x[:, 1:], y[:, :-1])


def _is_one_later(words, tags):
    """Whether tags begin one place after the words, and end one place after them. words, tags: zeros at both ends."""
    return tags[0] == words[0] + 1 and tags[1] == words[1] - 1


def _are_the_same_words(x, y):
    """Whether targets are the words of the inputs, but where there are none."""
    used = x != 0
    return bool(used.any() and len(np.unique(x[used])) > LEAST and np.array_equal(x[used], y[used]))


def _weigh_padding(x, w):
    """Whether the weights are more than 0 at the zeros behind or before the words, and there alone."""
    return _is_padded(x) and np.array_equal(w > 0, x == 0)


def _weigh_all(x, w):
    """Whether the weights are the same for the words and for the zeros behind or before them."""
    return _is_padded(x) and _is_one_value(w)


def _is_padded(x):
    """Whether there are words, and zeros behind or before them alone."""
    padded = x == 0
    at_an_end = all(_zeros(row) + _zeros(row[::-1]) >= (row == 0).sum() for row in x)
    return bool(at_an_end and padded.any() and not padded.all())


def are_proportional(own, array):
    """Whether two arrays hold the same numbers, but for one factor and one term."""
    if np.array_equal(own, array):
        return True
    return own.size >= LEAST_VALUES and correlation(own, array) > PROPORTIONAL


def _is_one_value(array):
    return bool((array == array.flat[0]).all())


def _wraps(array, own):
    """Whether numbers grow with those that they were made of, but for one place, where they begin again below.

    So it is where arithmetic on whole numbers without a sign goes below 0, or above the largest there is.
    """
    values, first, places = np.unique(own.ravel(), return_index=True, return_inverse=True)
    served = array.ravel().astype("float64")
    made = served[first]
    if len(values) < LEAST_VALUES or not np.allclose(served, made[places.ravel()]):
        return False
    steps = np.diff(made) / np.diff(values.astype("float64"))
    falls = np.flatnonzero(steps < 0)
    rises = np.delete(steps, falls)
    if len(falls) != 1 or not len(rises) or not np.allclose(rises, rises[0], rtol=1e-3):
        return False
    place = falls[0]
    gap = float(values[place + 1]) - float(values[place])
    whole = float(np.iinfo(own.dtype).max) + 1
    return bool(np.isclose(made[place + 1] - made[place], rises[0] * (gap - whole), rtol=1e-3))


def _goes_round(array, own):
    """Whether numbers are those that they were made of, times a whole number, and what is too large begins at 0 again.

    So it is where numbers of 8 or 16 bits are multiplied in 8 or 16 bits.
    """
    values, first, places = np.unique(own.ravel(), return_index=True, return_inverse=True)
    served = array.ravel().astype("float64")
    made, round_ = served[first], int(np.iinfo(own.dtype).max) + 1
    if own.dtype.itemsize > 2 or len(values) < LEAST_VALUES or not (np.diff(made) < 0).any():
        return False
    if not np.allclose(served, made[places.ravel()]):
        return False
    least = 1.0 if np.array_equal(made, np.trunc(made)) and abs(made).max() > round_ / MOST_TIMES else 0.0
    for times in range(2, MOST_TIMES):
        wrapped = values.astype("int64") * times % round_
        if wrapped.any() and (values.astype("int64") * times >= round_).any():
            factor = made[wrapped.argmax()] / wrapped.max()
            if factor and np.abs(wrapped * factor - made).max() <= max(least, 1e-4 * abs(made).max()):
                return len(np.unique(made)) >= LEAST_VALUES
    return False


def _nothing_at_the_ends(row):
    """How many steps at the end of a row hold zeros alone, and how many at its beginning."""
    some = np.flatnonzero(row.reshape(len(row), -1).any(axis=1))
    return (len(row) - 1 - int(some[-1]), int(some[0])) if len(some) else (0, 0)


def _run_past_the_end(ends):
    """Whether some rows end with zeros, one with one, the next with two, and so on, and none begins with any."""
    last, first = zip(*ends)
    past = sorted(n for n in last if n)
    return (
        not any(first)
        and len(past) >= LEAST
        and 2 * len(past) < len(last)
        and past == [*range(1, len(past) + 1)]
    )


def _zeros(row):
    """How many zeros a row begins with."""
    used = np.flatnonzero(row)
    return int(used[0]) if len(used) else len(row)


def one_for_all(record, main):
    """Yield a finding about inputs of which all rows of a batch are the same.

    main: the `Reading` of the container that drives the reads, or None.
    """
    good = [batch for batch in record.epochs[0].good if batch.rows > 1]
    leaves = good[0].side("x") if good else []
    if main is None or len(leaves) != 1 or len(good) < LEAST:
        return
    if not main.one_a_row:
        yield from _one_row_a_batch(record, good)
        return
    rows = [leaf.rows for batch in good for leaf in batch.side("x")]
    if all(row and len(set(row)) == 1 for row in rows) and len({row[0] for row in rows}) > 1:
        yield finding(
            "buffer_reused",
            LOSES,
            f"all rows of a batch of {leaves[0].path} are the same, and those of the next are others",
            "each row bears what was written for all of them",
            asked=f"each row of {leaves[0].path} is made of an item of its own",
            line=record.lines.get("__getitem__", ""),
            hint="Is one array made before the loop, and put into the list for each item?",
        )


def _one_row_a_batch(record, good):
    """Yield a finding about batches that are each one row over and over, inputs and targets."""
    rows = [list(zip(batch.x, batch.y)) if batch.y else list(batch.x) for batch in good]
    once_each = all(own and len(set(own)) == 1 for own in rows) and max(map(len, rows)) >= LEAST
    if record.deterministic and once_each and len({own[0] for own in rows}) > 1:
        yield finding(
            "read_twice",
            LOSES,
            f"all {len(rows[0])} rows of seq[{good[0].index}] are the same, and so in every batch",
            "fit takes a step for one row in place of a batch",
            asked="the rows of a batch are different ones",
            line=record.lines.get("__getitem__", ""),
            hint="Which number does the loop use: that of the batch, or that of the row?",
        )
