"""Texts beside the numbers of their words: is a word the same number in every batch?"""

import re

import numpy as np

from autograder.diagnosis.finding import LOSES, finding
from autograder.diagnosis.record import WHOLE

__all__ = ["Wording", "numbered_by_batch"]

MOST_WORDS, LEAST, MANY = 200, 3, 0.3
"""So many words of a row are looked at; so many words, and such a share of those in two batches, must differ."""


class Wording:
    """Gathered from batch to batch, for each container of texts: which number each word is."""

    def __init__(self):
        self._numbers, self._unlike = {}, set()

    def add(self, array, batch, held):
        """Note a served array of words, beside the texts that were read for its rows."""
        if array is None or array.ndim not in (2, 3) or array.dtype.kind not in "iuf":
            return
        for name, read in batch.reads.items():
            keys = held[name].keys if name in held else None
            if keys and read is not WHOLE:
                self._add_characters(name, read, keys, array)
            if array.ndim != 2:
                continue
            if read is WHOLE or not keys or len(read) != len(array) or max(read, default=0) >= len(keys):
                continue
            texts = [keys[place] for place in read]
            if all(type(text) is str for text in texts) and any(" " in text for text in texts):
                self._add(name, texts, array)

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
            if name not in self._unlike and bad >= LEAST and bad > MANY * both:
                return example
        return ()


def numbered_by_batch(record):
    """Yield a finding about words that are numbered anew in each batch."""
    if record.worded:
        name, word, number, other = record.worded
        yield finding(
            "numbered_otherwise",
            LOSES,
            f"{word!r} of {name} is {number:g} in one batch, and {other:g} in another",
            "the numbers say nothing that could be learned",
            asked="a word has the same number in every batch",
            attribute=name,
            line=record.lines.get("__getitem__", ""),
            hint="Number the words once, of all texts, and keep these numbers.",
        )
