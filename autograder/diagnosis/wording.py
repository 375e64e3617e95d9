"""Texts and labels beside their numbers: is a word, or a class, the same number in every batch?"""

import re
from collections import Counter

import numpy as np

from autograder.diagnosis.content import are_one_hot
from autograder.diagnosis.finding import LOSES, finding
from autograder.diagnosis.record import WHOLE

__all__ = ["Wording", "numbered_by_batch"]

MOST_WORDS, LEAST, MANY = 200, 3, 0.3
"""So many words of a row are looked at; so many words, and such a share of those in two batches, must differ."""


MOST_CLASSES, LEAST_AGAIN = 50, 10
"""More different labels are no classes; so often a class must come again in a batch, with its number."""


class Wording:
    """Gathered from batch to batch, for each container of texts: which number each word is."""

    def __init__(self):
        self._numbers, self._unlike, self._again = {}, set(), Counter()
        self._counts = {}  # of labels, and of the numbers served beside them: how often each came, batch by batch
        self._filled = {}  # of lists of numbers of words: rows that are filled up with 0, and have a 0 of their own

    def add(self, array, batch, held):
        """Note a served array of words, beside the texts that were read for its rows."""
        if array is None or array.ndim not in (2, 3) or array.dtype.kind not in "iuf":
            return
        for name, read in batch.reads.items():
            keys = held[name].keys if name in held else None
            if name in held and read is not WHOLE and held[name].lists:
                self._add_filled(name, [held[name].lists[place] for place in read], array)
            if keys and read is not WHOLE:
                self._add_characters(name, read, keys, array)
            if array.ndim != 2:
                continue
            if read is WHOLE or not keys or len(read) != len(array) or max(read, default=0) >= len(keys):
                continue
            texts = [keys[place] for place in read]
            if all(type(text) is str for text in texts) and any(" " in text for text in texts):
                self._add(name, texts, array)

    def _add_filled(self, name, lists, array):
        if array.ndim == 3:
            array = array.argmax(axis=2)
        if len(lists) == len(array):
            for numbers, row in zip(lists, array):
                if (
                    len(numbers) < len(row)
                    and not row[len(numbers) :].any()
                    and [*row[: len(numbers)]] == [*numbers]
                ):
                    self._filled.setdefault(name, []).append(0 in numbers)

    @property
    def asked(self):
        """Questions as text."""
        return tuple(
            f"Is it meant that 0 fills up the rows, and is a number of its own in {name}? The two cannot be told apart."
            for name, seen in self._filled.items()
            if sum(seen) > 1
        )

    def add_labels(self, array, batch, held):
        """Note served numbers of classes, or one-hot ones, beside the labels that were read for their rows."""
        if array is None or not array.ndim or array.dtype.kind not in "iuf":
            return
        if are_one_hot(array):
            array = array.argmax(axis=1)
        array = array[:, 0] if array.ndim == 2 and array.shape[1] == 1 else array
        if array.ndim > 1 or not np.array_equal(array, np.trunc(array)):
            return
        for name, read in batch.reads.items():
            if name not in held or read is WHOLE or not len(read) == len(array) > 0:
                continue
            columns = {f"{name}[{column!r}]": labels for column, labels in held[name].columns.items()}
            for said, labels in ({name: held[name].keys} | columns).items():
                if labels and max(read) < len(labels) and 1 < len({*labels}) <= MOST_CLASSES:
                    self._add_labels(said, [labels[place] for place in read], array.tolist())

    def _add_labels(self, name, labels, numbers):
        """Note the labels of a batch; not where all come equally often: it may be a task with numbers of its own."""
        pairs = {*zip(labels, numbers)}
        if len({*Counter(labels).values()}) == 1:
            return
        if len(pairs) == len({*labels}) == len({*numbers}):
            self._again[name] += len(labels) - len(pairs)
            self._counts.setdefault(name, []).append((Counter(labels), Counter(numbers)))
            self._numbers.setdefault(name, []).append(dict(pairs))
        else:
            self._unlike.add(name)

    def _add_characters(self, name, read, keys, array):
        """Note a served array of windows of a text, as numbers or one-hot: which number each character is.

        read: the positions that were read of the text, for each row its characters and perhaps the one after them.
        """
        rows, steps = array.shape[:2]
        width = len(read) // rows if rows else 0
        if steps < LEAST or width not in (steps, steps + 1) or len(read) != width * rows:
            return
        if max(read) >= len(keys) or not all(
            type(keys[place]) is str and len(keys[place]) == 1 for place in read
        ):
            return
        if array.ndim == 3:
            if not (array.shape[2] > 1 and np.isin(array, (0, 1)).all() and (array.sum(axis=2) == 1).all()):
                return
            array = array.argmax(axis=2)
        found = {}
        for row in range(rows):
            for place, number in zip(read[row * width :], array[row].tolist()):
                found.setdefault(keys[place], set()).add(number)
        self._note(name, found)

    def _add(self, name, texts, array):
        found = {}
        for text, row in zip(texts, array.tolist()):
            words, numbers = re.findall(r"\w+", text.lower())[:MOST_WORDS], [n for n in row if n]
            if len(words) == len(numbers):  # else some were cut off, or left out
                for word, number in zip(words, numbers):
                    found.setdefault(word, set()).add(number)
        self._note(name, found)

    def _note(self, name, found):
        if not found or any(len(numbers) > 1 for numbers in found.values()):
            self._unlike.add(name)  # these are no numbers of words
        else:
            self._numbers.setdefault(name, []).append({word: n for word, (n,) in found.items()})

    @property
    def found(self):
        """`(container, word, number, another one)` where words have other numbers in another batch; or ()."""
        unlike = self._unlike_before()
        return () if unlike and self._only_moved(unlike[0]) else unlike

    @property
    def moved(self):
        """Whether labels have other numbers in another batch for the order of its rows alone."""
        unlike = self._unlike_before()
        return bool(unlike) and self._only_moved(unlike[0])

    def _unlike_before(self):
        for name, batches in self._numbers.items():
            both = bad = 0
            example, known = None, {}
            for numbers in batches:
                for word, number in numbers.items():
                    if word in known:
                        both += 1
                        if known[word] != number:
                            bad += 1
                            example = example or (name, word, known[word], number)
                    known.setdefault(word, number)
            sure = name not in self._again or self._again[name] >= LEAST_AGAIN
            if name not in self._unlike and sure and bad >= LEAST and bad > MANY * both:
                return example
        return ()

    def _only_moved(self, name):
        """Whether the labels have one number each, in rows of another order: each comes as often as its number."""
        if name not in self._counts:
            return False
        labels, numbers = (
            Counter(tuple(one[label] for one in batches) for label in set().union(*batches))
            for batches in zip(*self._counts[name])
        )
        return labels == numbers


def numbered_by_batch(record):
    """Yield a finding about words that are numbered anew in each batch."""
    if record.worded:
        name, word, number, other = record.worded
        yield finding(
            "numbered_otherwise",
            LOSES,
            f"{word!r} of {name} is {number:g} in one batch, and {other:g} in another",
            "the numbers say nothing that could be learned",
            asked="a word, or a class, has the same number in every batch",
            attribute=name,
            line=record.lines.get("__getitem__", ""),
            hint="Number them once, of all items, and keep these numbers.",
        )
