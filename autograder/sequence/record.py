"""A record: all that was observed of one Sequence, in plain values.

It is complete: what a finding or the figure needs is in it. So both can be tested on records made
by hand, without TensorFlow.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Self

import numpy as np

from autograder.sequence.outcome import Outcome

__all__ = ["MOST_BATCHES", "NOT_A_SAMPLE", "Batch", "Record", "labels_of", "order_of"]

NOT_A_SAMPLE = -1
MOST_BATCHES = 2_000
"""A length above this is not run through `fit`, and not asked for to its end."""


@dataclass(frozen=True)
class Batch:
    """One served batch.

    form: one of `reading.FORMS`; "pair" is a tuple of two arrays of one length, "problem" an
    exception or silence. received: what came, in words. samples: their numbers in order, -1 for a row
    that is no sample. labels: their values in order, None where a row has not exactly one. None for
    samples or labels: there was nothing to read them from. shape, label_shape: of the arrays, the
    first axis included. problem: why nothing came.
    """

    index: int
    form: str
    received: str = ""
    samples: tuple | None = None
    labels: tuple | None = None
    shape: tuple = ()
    label_shape: tuple = ()
    dtype: str = ""
    label_dtype: str = ""
    problem: Outcome | None = None

    @property
    def size(self) -> int:
        """How many samples came; 0 where nothing came."""
        return len(self.samples) if self.samples is not None else 0

    @property
    def told(self) -> bool:
        """Whether any row of it is known to be a sample."""
        return any(number != NOT_A_SAMPLE for number in self.samples or ())


def order_of(batches: Iterable[Batch]) -> list[int]:
    """Return the numbers of the samples of some batches, as they came; `NOT_A_SAMPLE` for what is none."""
    return [sample for batch in batches for sample in batch.samples or ()]


def labels_of(batches: Iterable[Batch]) -> list:
    """Return the labels of some batches, as they came."""
    return [label for batch in batches for label in batch.labels or ()]


@dataclass
class Record:
    """All that was observed of one Sequence over n samples in batches of batch_size.

    options: more arguments, by name, that it was made with. Of what it was made from: own_labels are the
    labels' values, sample_shape the shape of one sample, dtype and label_dtype the dtypes, alike which
    samples are equal (`samples.Identity.alike`).

    length: `len`, or None where it is not an int of 0 or more; length_received what came, in words;
    length_problem why nothing came. num_batches: what Keras reads in its place, where the class has a
    `num_batches` of its own (own_num_batches): an int, or None, with num_batches_received and
    num_batches_problem. lengths: `len` at first, after a batch, and after `on_epoch_end`, where it was
    asked so often.

    batches: asked directly, in order; again: the same, in reverse order; later: the same after
    `on_epoch_end`, and after more of them, a list each. moved: the index of a batch that changed after
    it was returned, or None. len_moves: whether batches were others after `len` was asked. any_order:
    whether the class was seen to shuffle by itself, so that samples may come in any order.

    epochs: for every epoch of `fit` the batches it was served. asked: the indices that `fit` asked for,
    in order. epoch_ends: how often it called `on_epoch_end`. steps: training steps that it took.
    fit_ran: whether it was tried; fit_problem: what stopped it.

    Of what it ought to refuse: readable is a batch that can be served, asked for first; outside are those
    asked for outside of 0 … len-1; unreadable is the index of a batch that cannot be read, or that holds
    text, refused what came for it each time, and error the type that the source raised, or the dtype of
    the text. label_count is how many labels there were, where they are not n, and made what came of
    making an object of them.

    changed: which of the caller's arrays, "data" and "labels", were changed in place. is_sequence:
    whether it is a `tf.keras.utils.Sequence`. super_called: whether the base class was set up.
    """

    n: int
    batch_size: int
    options: dict = field(default_factory=dict)
    own_labels: tuple = ()
    sample_shape: tuple = ()
    dtype: str = ""
    label_dtype: str = ""
    alike: tuple = ()
    length: int | None = None
    length_received: str = ""
    length_problem: Outcome | None = None
    own_num_batches: bool = False
    num_batches: int | None = None
    num_batches_received: str = ""
    num_batches_problem: Outcome | None = None
    lengths: tuple = ()
    batches: list = field(default_factory=list)
    again: list = field(default_factory=list)
    later: list = field(default_factory=list)
    moved: int | None = None
    len_moves: bool = False
    any_order: bool = False
    epochs: list = field(default_factory=list)
    asked: list = field(default_factory=list)
    epoch_ends: int = 0
    steps: int = 0
    fit_ran: bool = False
    fit_problem: Outcome | None = None
    readable: Batch | None = None
    outside: list = field(default_factory=list)
    unreadable: int | None = None
    refused: list = field(default_factory=list)
    error: str = ""
    label_count: int | None = None
    made: list = field(default_factory=list)
    changed: tuple = ()
    is_sequence: bool = True
    super_called: bool = True
    seconds: float = 0.0

    @classmethod
    def of(cls, data: Any, labels: Any, batch_size: int, **facts: Any) -> Self:
        """Return a record of samples that nothing was asked of yet.

        data: shape (n, ...). labels: shape (n,), or None.
        """
        values = np.asarray(() if labels is None else labels)
        return cls(
            len(data),
            batch_size,
            own_labels=tuple(values.tolist()) if len(values) else (),
            sample_shape=tuple(getattr(data, "shape", ())[1:]),
            dtype=str(getattr(data, "dtype", "")),
            label_dtype="" if labels is None else str(values.dtype),
            **facts,
        )

    @property
    def asked_length(self) -> int:
        """The number of batches that the contract asks for: n / batch_size, rounded up."""
        return -(-self.n // self.batch_size)

    @property
    def fit_length(self) -> int | None:
        """The number of batches that `fit` asks for; None where it does not know, or cannot ask."""
        return self.num_batches if self.own_num_batches else self.length

    @property
    def sizes(self) -> list[int]:
        """Batch sizes per index, as asked directly."""
        return [batch.size for batch in self.batches]

    @property
    def served(self) -> list[Batch]:
        """The batches to show: those of the first epoch of `fit`, else those asked for directly."""
        return self.epochs[0] if self.epochs else self.batches

    @property
    def told(self) -> bool:
        """Whether it can be told which samples came: some row that came is known, or none came."""
        return any(batch.told for batch in self.served) or not any(batch.size for batch in self.served)

    @property
    def stuck(self) -> bool:
        """Whether something in it never came to an end, so that more of it would not either."""
        problems = [self.length_problem, self.num_batches_problem, self.fit_problem]
        problems += [batch.problem for batch in self.batches]
        return any(problem is not None and problem.silent for problem in problems)

    @property
    def is_over(self) -> bool:
        """Whether nothing more can be judged: something never ended, or is not written yet."""
        problem = self.length_problem
        return self.stuck or (problem is not None and problem.kind == "NotImplementedError")

    @property
    def may_fit(self) -> bool:
        """Whether `fit` can be watched: with None for a batch it waits for ever, and what is sparse does
        not pass from another process."""
        if self.stuck or any(batch.form in ("none", "sparse") for batch in self.batches):
            return False
        return self.fit_length is not None and self.fit_length <= MOST_BATCHES

    def times_served(self, epoch: int = 0) -> np.ndarray:
        """Return how often each sample was served in an epoch of `fit`: int array (n,).

        Where `fit` did not run, the batches that were asked for directly count.
        """
        return self.count(self.epochs[epoch] if self.epochs else self.batches)

    def count(self, batches: Iterable[Batch]) -> np.ndarray:
        """Return how often each sample is in some batches: int array (n,).

        Of equal samples each gets its share: which of them came nobody can tell.
        """
        numbers = [i for batch in batches for i in batch.samples or () if i >= 0]
        times = np.bincount(np.array(numbers, int), minlength=self.n)[: self.n]
        if not self.alike:
            return times
        alike = np.array(self.alike)
        together = np.bincount(alike, weights=times, minlength=self.n).astype(int)
        sizes = np.bincount(alike, minlength=self.n)
        place = np.zeros(self.n, int)  # of each sample among those equal to it
        for first in np.flatnonzero(sizes > 1):
            place[alike == first] = np.arange(sizes[first])
        return together[alike] // sizes[alike] + (place < together[alike] % sizes[alike])

    def never_served(self, epoch: int = 0) -> np.ndarray:
        """Return the numbers of the samples that an epoch never served."""
        return np.flatnonzero(self.times_served(epoch) == 0)
