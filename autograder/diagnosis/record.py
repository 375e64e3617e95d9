"""What was observed of one object, in plain values: all that the judges need, and nothing alive.

So a `Record` can be written down by hand in a test, without TensorFlow.
"""

from dataclasses import dataclass, field
from functools import cached_property

from autograder.sequence.outcome import Outcome

__all__ = ["WHOLE", "Batch", "Epoch", "Held", "Leaf", "Record", "Span"]

WHOLE = "whole"
"""In place of positions: all of a container was read at once, so it is not known what was used."""


@dataclass(frozen=True)
class Leaf:
    """One array of a batch.

    path: where it stands, such as "x", "y[0]" or "x['image']". shape: None where it cannot be read
    as an array. rows: one number for each row, equal for equal rows; empty where there is no row
    axis or the rows cannot be compared. low, high: smallest and largest value.
    """

    path: str
    shape: tuple | None = None
    dtype: str = ""
    rows: tuple = ()
    low: float | None = None
    high: float | None = None
    finite: bool = True

    @property
    def side(self):
        """ "x", "y" or "w": which part of the batch it belongs to."""
        return self.path[:1]

    @property
    def kind(self):
        """The kind of its numbers: "f" float, "i" int, "b" bool, "o" none."""
        for word, kind in (("float", "f"), ("uint", "i"), ("int", "i"), ("bool", "b")):
            if word in self.dtype:
                return kind
        return "o"


@dataclass
class Batch:
    """What `sequence[index]` answered.

    form: the type that came. parts: how many stand at the top. lists, nones: where a list or a
    None stands inside. reads: for each container its positions in the order read, or `WHOLE`.
    """

    index: int
    form: str = ""
    parts: int = 0
    leaves: tuple = ()
    lists: tuple = ()
    nones: tuple = ()
    problem: Outcome | None = None
    reads: dict = field(default_factory=dict)
    seconds: float = 0.0

    def side(self, side):
        """The leaves of "x", "y" or "w" that have rows."""
        return [leaf for leaf in self.leaves if leaf.side == side and leaf.shape]

    @cached_property
    def rows(self):
        """How many rows the inputs have."""
        inputs = self.side("x")
        return inputs[0].shape[0] if inputs else 0

    @cached_property
    def x(self):
        """One value for each row of all inputs together."""
        return _joined(self.side("x"))

    @cached_property
    def y(self):
        """One value for each row of all targets together."""
        return _joined(self.side("y"))

    @property
    def is_of_alike(self):
        """Whether it has several inputs of one shape, such as a pair: a target then is of all together."""
        inputs = self.side("x")
        return len(inputs) > 1 and len({leaf.shape for leaf in inputs}) == 1

    @property
    def content(self):
        """All rows of all leaves, to compare two answers."""
        return tuple((leaf.path, leaf.shape, leaf.rows) for leaf in self.leaves)


def _joined(leaves):
    """One value for each row; none where the leaves have no rows in common, as those of graphs do not."""
    different = {len(leaf.rows) for leaf in leaves}
    return tuple(zip(*(leaf.rows for leaf in leaves))) if len(different) == 1 else ()


@dataclass(frozen=True)
class Held:
    """A container that the object holds: something with items that can be read one by one.

    kind: "list", "tuple", "dict", "array", "table", "tensor", "object" or "file". keys: its items as
    hashable values (of a dict: the keys), None where they are none. columns: of a table, those
    whose values may name items of others. prints: one number for each item, equal for equal ones.
    shape: of an item, where all are arrays. labels: of a table, what its rows are called, other than 0, 1, 2, …;
    names: what all its columns are called; lists: items that are lists of whole numbers, such as those of words.
    """

    name: str
    kind: str
    n: int
    keys: tuple | None = None
    columns: dict = field(default_factory=dict)
    prints: tuple | None = None
    shape: tuple = ()
    labels: tuple | None = None
    names: tuple = ()
    lists: tuple = ()

    @cached_property
    def is_index(self):
        """Whether its items are different ints, as those of an index are."""
        keys = self.keys
        return bool(keys) and all(type(key) is int for key in keys) and len(set(keys)) == len(keys)

    @property
    def is_order(self):
        """Whether it holds the numbers 0 … n-1 in some order, so that others are read by it."""
        return self.is_index and set(self.keys) == set(range(self.n))


@dataclass
class Epoch:
    """Batches asked for in order, with what the object held at that time.

    unordered: threads of the object's own read at once, so the order of reads says nothing. files: where
    the containers are that lie in files, `{name: (file, path in it)}`. made_later: indices that were made
    when the first batch was asked for, `{name: numbers}`.
    """

    batches: list = field(default_factory=list)
    held: dict = field(default_factory=dict)
    files: dict = field(default_factory=dict)
    made_later: dict = field(default_factory=dict)
    unordered: bool = False

    @property
    def good(self):
        """Those that came."""
        return [batch for batch in self.batches if batch.problem is None]


@dataclass(frozen=True)
class Span:
    """Something about a leaf of one batch: `rows` of its rows, of all `total`."""

    index: int
    path: str
    rows: int
    total: int


@dataclass
class Record:
    """All that was observed of one object.

    kind: "PyDataset", "object", "dataset" or "generator". length: None where it is not known;
    endless: it is meant to have none. counted_by: what gave the length, "__len__" or
    "num_batches". lines: the user's own lines that matter, by what they do. sampled: not all
    batches were asked for. same_with_seed: asked again after the same seed, the first batch is the
    same; None where nothing changed without. moved: `seq[0]` changed after it was returned.
    drawn_at_the_end: whether `on_epoch_end` draws from what it has in common with others, or seeds it.
    alone: `(moved, other)` of containers that `on_epoch_end` put in different orders; alone_from_start: that
    the constructor did. shortened, joined, relabelled, emptied, headless, text_order, unordered: see `constructing`;
    left_behind, by_batch: see `comparing`, of what `on_epoch_end` shuffles; breaks: see `borders`.
    label_sums: of targets of 0 and 1, how many rows have no 1, one, and more, `{path: (none, one, more)}`.
    standard: see `holding.standard_in`.
    scattered: containers whose items `on_epoch_end` put beside others than before.
    augments: the attribute that asks to change the inputs by chance, such as "self.augment".
    drops_last: the attribute that asks to leave out what fills no batch, such as "self.drop_last".
    scaled: `(path, sure)` of inputs that each batch scales by itself; sure where it is known from what.
    copied: `Copied`, targets that stand among the inputs. spoiled, odd_values: see `served.Evidence`, its
    `found` and `asked`, to which `doubtful.Doubtful` adds. moved_apart, kept: see `moving`. worded: see
    `wording.Wording`. triplets: see `triplets.Triplets`.
    not_called: a Sequence that it holds, whose `on_epoch_end` shuffles, and has no one who calls it.
    targets_kept: after other batches were asked for, and the same seed, the first one has the same inputs,
    and other targets; inputs_kept: the other way round, where chance has no part in it.
    made_with_seed: the line that makes a generator, with the same seed in two batches. seeds: the function
    that seeds, with the same number for each batch, a generator that all have in common, and that batches draw
    from. paired_anew: see `pairs`. mixed: see `mixing.Mixed`. numberings, statistics, partly_mapped: see
    `holding.numberings_in`, `statistics_in` and `partly_mapped_in`.
    other_base: the Sequence of another Keras that it is derived from, by its full name. made_again: what
    was otherwise when a factory made another one.
    words: what its class says of itself, in docstrings and comments. overwritten: the batch size after an
    epoch, where `__getitem__` has changed it.
    shuffles_batches: whether a dataset is shuffled after it was put into batches. strange_stream: the kind of a
    stream that `fit` does not know. ends: whether a generator comes to its end. drawn: see `streams`.
    held_from: `{batch: what a generator held from there on}`, where it shuffles in place.
    spawned: whether worker processes are made anew, and not forked.
    loops: whether its class, or Keras', says how to loop over it; loops_have: how many batches two loops had.
    strange_hooks: methods that look like Keras' hooks. sizes, counts: `{name: n}` of all that has a length,
    and of numbers that are named as a count. bounds: `{name: number}` of all whole numbers that it holds.
    collected: as `grown`, of numbers and texts. iterators: see `augmenting`.
    flow: places where Keras' augmentation shuffles the inputs
    of a batch alone. thrown_away: the line of `on_epoch_end` that makes another order and does not keep it.
    resampled: `(name, gone, later)` of what `on_epoch_end` draws with replacement: how many of its items
    are gone after one epoch, and after another one; 0 where they may come again. redrawn: containers of
    which `on_epoch_end` made all items anew. cuts: what was cut of items, see `stand_ins.Tape`. places: of
    which items the rows of a batch are, in their order, by what was served: `{container: {batch:
    positions}}`.
    """

    name: str
    kind: str = "PyDataset"
    length: int | None = None
    endless: bool = False
    counted_by: str = "__len__"
    length_received: str = ""
    length_problem: Outcome | None = None
    lengths: tuple = ()
    built: Outcome | None = None
    batch_size: int | None = None
    batch_size_name: str = ""
    shuffle: bool | None = None
    thrown_away: str = ""
    augments: str = ""
    drops_last: str = ""
    samples: int | None = None
    sizes: dict = field(default_factory=dict)
    counts: dict = field(default_factory=dict)
    bounds: dict = field(default_factory=dict)
    numberings: dict = field(default_factory=dict)
    statistics: dict = field(default_factory=dict)
    collected: dict = field(default_factory=dict)
    grown: dict = field(default_factory=dict)
    first: Batch | None = None
    epochs: list = field(default_factory=list)
    again: dict = field(default_factory=dict)
    deterministic: bool = False
    same_with_seed: bool | None = None
    random_labels: bool = False
    paired_anew: int = 0
    targets_kept: bool = False
    inputs_kept: bool = False
    made_with_seed: str = ""
    seeds: str = ""
    moved: bool = False
    sampled: bool = False
    traced: bool = True
    strange_stream: str = ""
    shuffles_batches: bool = False
    ends: bool = False
    drawn: tuple = ()
    held_from: dict = field(default_factory=dict)
    background: bool = False
    files_read: int = 0
    changed_data: tuple = ()
    epoch_end: Outcome | None = None
    reordered: tuple = ()
    alone: tuple = ()
    alone_from_start: tuple = ()
    drawn_at_the_end: bool = False
    left_behind: tuple = ()
    by_batch: str = ""
    breaks: set = field(default_factory=set)
    label_sums: dict = field(default_factory=dict)
    standard: dict = field(default_factory=dict)
    shortened: tuple = ()
    relabelled: tuple = ()
    emptied: tuple = ()
    headless: tuple = ()
    text_order: tuple = ()
    unordered: frozenset = frozenset()
    joined: dict = field(default_factory=dict)
    scattered: tuple = ()
    not_called: str = ""
    resampled: tuple = ()
    redrawn: tuple = ()
    cuts: dict = field(default_factory=dict)
    partly_mapped: tuple = ()
    order_kept: dict = field(default_factory=dict)
    places: dict = field(default_factory=dict)
    shifts: dict = field(default_factory=dict)
    mixed: str = ""
    scaled: tuple = ()
    copied: tuple = ()
    spoiled: tuple = ()
    odd_values: tuple = ()
    worded: tuple = ()
    triplets: tuple = ()
    moved_apart: tuple = ()
    kept: tuple = ()
    flow: list = field(default_factory=list)
    iterators: tuple = ()
    marks: tuple = ()
    marks_problem: Outcome | None = None
    threads: tuple = ()
    past_end: Batch | None = None
    fit: Outcome | None = None
    fit_ran: bool = False
    pickling: str = ""
    processes: bool = False
    spawned: bool = True
    workers: int = 1
    super_called: bool = True
    other_base: str = ""
    made_again: str = ""
    loops: bool = False
    loops_have: tuple = ()
    strange_hooks: tuple = ()
    words: tuple = ()
    overwritten: int | None = None
    lines: dict = field(default_factory=dict)
    unseen: list = field(default_factory=list)
    seconds: float = 0.0

    @property
    def count(self):
        """How many batches an epoch has, as far as is known."""
        return self.length if self.length is not None else len(self.epochs[0].batches) if self.epochs else 0

    @property
    def is_of_all(self):
        """Whether an epoch has as many batches as all items of something that it holds make."""
        size = self.batch_size or (self.first.rows if self.first is not None else 0)
        return bool(size) and any(self.length in (n // size, -(-n // size)) for n in self.sizes.values())

    def line_of(self, name):
        """The user's own line that reads a container, else the one that makes the batch."""
        return self.lines.get(name) or self.lines.get("__getitem__", "")

    @property
    def complete(self):
        """Whether a whole epoch was seen, and every batch of it came."""
        if self.length is None or not self.epochs:
            return False
        return len(self.epochs[0].good) == self.length
