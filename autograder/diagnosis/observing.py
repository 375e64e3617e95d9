"""Observes one object from all sides, and writes it down in a `Record`. Nothing here judges."""

import difflib
import itertools
import multiprocessing
import operator
import pickle
import random
import re
import time
import warnings

import numpy as np

from autograder.diagnosis import comparing, lines
from autograder.diagnosis.asking import Asker, value_of
from autograder.diagnosis.augmenting import iterators_in, shuffled_inputs
from autograder.diagnosis.borders import breaks
from autograder.diagnosis.constructing import as_given, emptied, joined, made_of, relabelled, shortened
from autograder.diagnosis.content import as_array, leaves_of, read_batch
from autograder.diagnosis.fitting import run_fit
from autograder.diagnosis.guard import guarded
from autograder.diagnosis.holding import (
    batch_size_in,
    collected_in,
    counts_in,
    numberings_in,
    numbers_in,
    partly_mapped_in,
    sizes_in,
    standard_in,
    statistics_in,
    walk,
)
from autograder.diagnosis.luck import Luck, generators_made, seeds_set
from autograder.diagnosis.marking import marked_rows, marking
from autograder.diagnosis.moving import kept_while_moved, moved_apart
from autograder.diagnosis.pairs import paired_anew, paired_anew_though_changed
from autograder.diagnosis.record import Epoch
from autograder.diagnosis.stand_ins import Tape
from autograder.diagnosis.tracing import Tracer
from autograder.diagnosis.writing import writing_line
from autograder.sequence.interleaving import interleaved
from autograder.sequence.limits import FIT_SECONDS

__all__ = ["ENDLESS_BATCHES", "observe_object", "read_num_batches"]

ENDLESS_BATCHES = 5
"""Of what has no length, so many batches are asked for."""
MOST_BATCHES = 1_200
LEAST_SAMPLE = 12
SHARE = 0.1
"""An epoch may take this share of the time there is; of one that takes longer a sample is asked for."""
OF_A_CALL = 1 / 3
"""So much of all the time one call may take."""
SEED = 741_852_963
"""Before an epoch; nobody else takes this one."""
MOST_AT_ONCE, AT_ONCE_SECONDS = 64, 0.3
THREADS_SECONDS = 0.5
MARKED = 12
"""In so many batches memory is looked for that was never written, if that takes little time."""
OFTEN = 12
"""So often a batch is asked for again that is another one at every call."""
DRAWS = 5
MOVING = ("flip", "rot90", "::-1", "transpose", "crop", "randint", "randrange", "integers(")
PLACES = ("landmark", "keypoint", "key_point", "bbox", "boxes", "bounding", "joints")
DIRECTIONS = ("steer", "angle", "yaw", "heading", "bearing")
"""Of one batch, to compare what chance does to inputs and targets."""
ROOM = tuple(
    f"{make}({size}"
    for make in ("empty", "zeros", "ones")
    for size in ("self.batch_size", "(self.batch_size")
)
"""Where room is made for a whole batch, as long as all batches but the last."""
RETURNING_NONE = (
    "= np.random.shuffle(",
    "= random.shuffle(",
    "= numpy.random.shuffle(",
    "= self.rng.shuffle(",
)
"""What is kept of a function that returns nothing."""
SHUFFLED = ("permutation", "permuted", "sample", "sorted", "reversed")
"""Functions that return another order, and leave what they are given as it is."""
SCALING = ("- self.mean", "- self.mu", "-self.mean", "-self.mu", "- mean", "- mu", "/ self.std", "transform(")
"""How a class writes that it scales by a mean and a deviation."""
SHUFFLING = ("shuffle(", "permutation(", "permuted(", ".sample(", ".choice(", "argsort(")
"""What a class has in it that shuffles."""
DRAWING = ("default_rng(", "RandomState(", "random.Random(")
"""How a generator is made, of which a seed says all that it draws."""
SHUFFLES = ("shuffle", "_shuffle", "shuffle_")
AUGMENTING = re.compile(r"^_?(is_|do_|use_|apply_)?(data_?)?aug", re.I)
HOOKS = ("on_epoch_end", "on_epoch_begin")
DROPPING = ("drop_last", "drop_remainder", "drop_last_batch", "_drop_last", "droplast")


def observe_object(copies, record, seconds=30, say=None):
    """Observe an object with `[]` and a length. copies: `Copies` of it. record: the `Record` to fill.

    say: called now and then with a line on how far it is.
    """
    _Observer(copies, record, seconds, say or (lambda text: None)).observe()


def read_num_batches(thing):
    """Read the length as Keras does. Returns `(length, endless, by, received, problem)`."""
    import keras

    kind = type(thing)
    own = [c for c in kind.__mro__ if "num_batches" in c.__dict__ and c is not keras.utils.PyDataset]
    by = "num_batches" if own else "__len__"
    if not own and not hasattr(kind, "__len__"):
        return None, False, by, "nothing", None
    value, problem = value_of((lambda: thing.num_batches) if own else (lambda: kind.__len__(thing)), by)
    if problem is not None:
        return None, False, by, "", problem
    if value is None and own:
        return None, True, by, "None", None
    received = f"{value!r}"[:60]
    if isinstance(value, (bool, np.bool_)):
        return None, False, by, f"{received} ({type(value).__name__})", None
    try:
        number = operator.index(value)
    except TypeError:
        return None, False, by, f"{received} ({type(value).__name__})", None
    return number, False, by, str(number), None


class _Observer:
    def __init__(self, copies, record, seconds, say):
        self.copies, self.record, self.say = copies, record, say
        self.started, self.seconds = time.perf_counter(), seconds
        self.tape = Tape()

    @property
    def left(self):
        return self.seconds - (time.perf_counter() - self.started)

    def observe(self):
        record = self.record
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if self._prepare():
                indices = self._plan()
                self._epochs(indices)
                self._extras()
        record.seconds = time.perf_counter() - self.started

    # What it is --------------------------------------------------------------------------------

    def _prepare(self):
        """Length, first and last batch, luck. Returns whether there is more to see."""
        import keras

        record, thing = self.record, self._fresh()
        record.made_again, record.lines["made"] = self.copies.made_again, self.copies.line
        if self.copies.unlike:
            record.unseen.append("another object of the same factory: it held less than the first")
        record.kind = "PyDataset" if isinstance(thing, keras.utils.PyDataset) else "object"
        record.other_base = _base_of_another_keras(thing) if record.kind == "object" else ""
        own = getattr(thing, "__dict__", {})
        record.super_called = record.kind != "PyDataset" or "_workers" in own
        record.workers = own.get("_workers", 1)
        record.processes = bool(own.get("_use_multiprocessing", False))
        name, record.batch_size = batch_size_in(thing)
        record.batch_size_name = name and f"self.{name}"
        for name in SHUFFLES:
            if isinstance(own.get(name), (bool, np.bool_)):
                record.shuffle = bool(own[name])
        for name, value in own.items():
            if value is True and AUGMENTING.search(name):
                record.augments = f"self.{name}"
        record.not_called = _not_called(thing)
        for name in DROPPING:
            if own.get(name) is True:
                record.drops_last = f"self.{name}"
        record.lines["__getitem__"] = lines.in_method(thing, "__getitem__", ("return",))
        (record.length, record.endless, record.counted_by, record.length_received, record.length_problem) = (
            read_num_batches(thing)
        )
        record.loops = any("__iter__" in vars(kind) for kind in type(thing).__mro__)
        record.words = lines.words_of(thing)
        record.lines["room"] = lines.in_class(thing, ROOM)
        record.lines["returns None"] = lines.in_class(thing, RETURNING_NONE)
        record.strange_hooks = _strange_hooks(type(thing))
        record.lines["draws"] = lines.in_method(thing, "__getitem__", DRAWING)
        if not any(word in record.lines["draws"] for word in DRAWING):
            record.lines["draws"] = ""
        record.lines["shuffles"] = lines.in_class(thing, SHUFFLING)
        record.thrown_away = lines.thrown_away(thing, "on_epoch_end", SHUFFLED)
        record.lines["__len__"] = lines.in_method(
            thing, record.counted_by, ("//", "floor", "int(", "ceil", "/", "return")
        )
        record.lengths = (record.length,)
        record.sizes, record.counts, record.bounds = sizes_in(thing), counts_in(thing), numbers_in(thing)
        record.numberings, record.partly_mapped = numberings_in(thing), partly_mapped_in(thing)
        record.iterators = iterators_in(thing)
        record.statistics, record.standard = statistics_in(thing), standard_in(thing)
        scales = lines.in_method(thing, "__init__", SCALING)
        found = any(word in scales for word in SCALING)
        record.lines["scales"] = scales if found else lines.in_class(thing, SCALING)
        if record.length is not None and record.length <= 0:
            return False
        self.count = record.length if record.length is not None else ENDLESS_BATCHES
        return self._first(thing)

    def _first(self, thing):
        record, asker, kept = self.record, self._asker(thing), []
        luck = Luck(thing)
        luck.seed(SEED)
        first = record.first = asker.ask(0, kept)
        if first.problem is not None and first.problem.silent:
            return False
        self.untouched = {0: first}
        if self.count > 1:
            self.untouched[self.count - 1] = asker.ask(self.count - 1)
            if kept and self.count - 1:
                record.moved = read_batch(0, kept[0]).content != first.content
        self.seconds_each = max(b.seconds for b in self.untouched.values())
        self.served = kept[0] if kept else None
        seen = [asker.ask(0) for _ in range(2)]
        if first.problem is None:
            record.deterministic = all(s.problem is None and s.content == first.content for s in seen)
        if not record.deterministic and first.problem is None:
            thing = self._fresh()
            luck, asker = Luck(thing), self._asker(thing)
            luck.seed(SEED)
            one = asker.ask(0)
            luck.seed(SEED)
            two = asker.ask(0)
            record.same_with_seed = one.problem is None and one.content == two.content
            if record.same_with_seed and self.count > 1 and one.x and one.y:
                for index in (1, self.count - 1):
                    asker.ask(index)
                luck.seed(SEED)
                three = asker.ask(0)
                record.targets_kept = three.problem is None and three.x == one.x and three.y != one.y
                if three.problem is None and three.x != one.x and three.y == one.y:
                    thing = self._fresh()
                    Luck(thing).seed(SEED + 1)
                    other = self._asker(thing).ask(0)
                    record.inputs_kept = other.content == one.content  # chance has no part in it
        record.random_labels = first.problem is None and any(s.y != first.y for s in seen)
        if record.same_with_seed is False and self.seconds_each * OFTEN < self.left * 0.1:
            seen += [asker.ask(0) for _ in range(OFTEN)]  # threads, perhaps, that seldom end in another order
        if first.problem is None and not record.deterministic:
            record.paired_anew = max((paired_anew(first, s) for s in seen if s.problem is None), default=0)
        return True

    # Epochs ------------------------------------------------------------------------------------

    def _plan(self):
        """Which batches to ask for: all, or the first, the last and some between."""
        count = self.count
        each = max(self.seconds_each, 2e-4)
        most = min(MOST_BATCHES, max(LEAST_SAMPLE, int(self.seconds * SHARE / each)))
        if count <= most:
            return list(range(count))
        self.record.sampled = True
        third = max(most // 3, 4)
        between = random.Random(0).sample(range(third, count - third), min(third, count - 2 * third))
        self.say(f"{count:,} batches of {each:.2g} s each: looking at {2 * third + len(between)} of them")
        return sorted({*range(third), *between, *range(count - third, count)})

    def _epochs(self, indices):
        record = self.record
        thing = self._fresh()
        Luck(thing).seed(SEED)
        grown = [sizes_in(thing)]
        first = self._epoch(thing, indices, again=True)
        if record.traced and self._disturbed(first):
            record.traced = False
            record.unseen.append(
                "which items it reads: the class does something else when its reads are watched"
                + self._why_disturbed(first)
            )
            thing = self._fresh()
            Luck(thing).seed(SEED)
            first = self._epoch(thing, indices, again=True)
        record.epochs.append(first)
        grown.append(sizes_in(thing))
        record.breaks = breaks(thing, first.held)
        with guarded("what its constructor does to the order of the data", record.unseen):
            self._constructed(first)
        self._length_again(thing)
        self._end_epoch(thing, first)
        if record.reordered:
            record.by_batch = comparing.kept_by_batch(thing, record.length)
        grown.append(sizes_in(thing))
        self._length_again(thing)
        if self.left < self.seconds * 0.3 or not first.good:
            record.unseen.append("a second epoch: there was no time for it") if first.good else None
            return
        before = comparing.contents(thing) if record.kind != "dataset" else {}
        second = self._epoch(thing, indices)
        record.epochs.append(second)
        grown.append(sizes_in(thing))
        del before
        small = collected_in(thing)
        more = {
            name: (grown[1][name] - grown[0].get(name, 0), grown[3][name] - grown[2].get(name, 0))
            for name in grown[3]
            if name in grown[1]
            and name in grown[2]
            and grown[3][name] > grown[2][name]
            and not self._is_cache(thing, name, first)
        }
        record.grown = {name: both for name, both in more.items() if name not in small}
        record.collected = {name: both for name, both in more.items() if name in small}

    @staticmethod
    def _is_cache(thing, name, epoch):
        """Whether it is a dict with no more items than the data have: what is kept of each."""
        held = next((value for key, value, _ in walk(thing) if key == name), None)
        return isinstance(held, dict) and len(held) <= max((one.n for one in epoch.held.values()), default=0)

    def _fresh(self):
        return self.copies.fresh()

    def _asker(self, thing, tape=None):
        return Asker(thing, tape, self.seconds * OF_A_CALL)

    def _constructed(self, epoch):
        """Make one more, and compare what it holds with what its constructor was given."""
        if self.copies.factory is None or self.left < self.seconds * 0.5 or not epoch.good:
            return
        thing, given = made_of(self.copies.factory, type(self.copies.of))
        after = comparing.contents(thing)
        columns = {name: held.columns for name, held in epoch.held.items()}
        self.record.shortened = tuple(shortened(after, columns, given))
        self.record.joined = joined(thing, after, given)
        self.record.relabelled = tuple(relabelled(after, given))
        self.record.emptied = emptied(thing, given)
        self.record.headless, self.record.text_order = given.headless, given.text_order
        self.record.unordered = frozenset(given.unordered)
        _, alone = comparing.reordered(as_given(thing, after, given), after, epoch)
        self.record.alone_from_start = tuple(
            pair for pair in alone if sorted(after[pair[0]]) != sorted(after[pair[1]])
        )  # of the same items, they are pairs
        if self.record.alone_from_start or self.record.relabelled:
            self.record.lines["__init__"] = lines.in_method(
                thing, "__init__", (*SHUFFLING, "shuffle", "sort")
            )

    def _epoch(self, thing, indices, again=False):
        """Ask for batches in order, with stand-ins where they work. Returns: `Epoch`."""
        record, epoch = self.record, Epoch()
        tracer = Tracer(thing, self.tape)
        asker = self._asker(thing, self.tape if record.traced else None)
        if record.traced:
            tracer.put()
            epoch.held, epoch.files = tracer.held, tracer.files
        checks = comparing.checksums(thing, tracer.held) if again and record.traced else {}
        said = time.perf_counter()
        try:
            step = max(1, min(MOST_AT_ONCE, int(AT_ONCE_SECONDS / max(self.seconds_each, 1e-4))))
            for first in range(0, len(indices), step):
                epoch.batches += asker.ask_all(indices[first : first + step])
                if epoch.batches[-1].problem is not None and epoch.batches[-1].problem.silent:
                    break
                if self.left < self.seconds * 0.35 and len(epoch.batches) < len(indices):
                    self._cut_short(epoch, asker, indices)
                    break
                if time.perf_counter() - said > 2:
                    said = time.perf_counter()
                    self.say(f"{len(epoch.batches):,} of {len(indices):,} batches")
            epoch.made_later = comparing.made_later(thing, epoch.held) if record.traced else {}
            kept, inside = (comparing.cached(thing), comparing.nested(thing)) if again else ({}, {})
            after = comparing.checksums(thing, tracer.held) if checks else {}
            if again:
                middle = epoch.batches[len(epoch.batches) // 2].index
                last = epoch.batches[-1].index  # some begin anew there, while others are still to come
                record.again = {index: asker.ask(index) for index in dict.fromkeys((last, middle, 0))}
            now = comparing.nested(thing) if inside else {}
        finally:
            if record.traced:
                tracer.take_out()
        if again and record.traced:
            once_for_all = {
                name for name, check in after.items() if comparing.checksums(thing, [name]).get(name) == check
            }
            record.changed_data = tuple(
                name
                for name in comparing.changed(thing, checks, epoch, record.again)
                if name not in once_for_all
            )  # what asking again does not change any more is what it is to be
            rows = sum(batch.rows for batch in epoch.good)
            record.changed_data += comparing.changed_in_cache(thing, kept, rows)
            if record.deterministic is False and record.same_with_seed is False:  # it is served, then
                record.changed_data += tuple(name for name in inside if now.get(name) != inside[name])
            for name in record.changed_data[:1]:
                line = writing_line(self._fresh(), name, epoch.batches[0].index)
                record.lines["changes"] = line or record.lines["__getitem__"]
            record.background = self.tape.late
            self._compare_with_source(thing, epoch)
        if again and record.batch_size_name:
            self._look_at_batch_size(thing)
        if again and record.traced:
            record.cuts = {name: (shape, dict(cuts)) for name, (shape, cuts) in self.tape.cuts.items()}
        epoch.unordered = self.tape.foreign
        for name, place in self.tape.lines.items():
            record.lines.setdefault(name, lines.in_file(place))
        return epoch

    def _look_at_batch_size(self, thing):
        record, name = self.record, self.record.batch_size_name.removeprefix("self.")
        now = getattr(thing, name, record.batch_size)
        if isinstance(now, (int, np.integer)) and now != record.batch_size:
            record.overwritten = int(now)
            record.lines["overwrites"] = lines.in_method(
                thing, "__getitem__", (f"self.{name} =", f"self.{name} -=")
            )

    def _cut_short(self, epoch, asker, indices):
        """End an epoch for want of time, with the last batch: most often it is there that it fails."""
        epoch.batches.append(asker.ask(indices[-1]))
        self.record.sampled = True
        self.record.unseen.append(
            f"all batches that were meant to be asked for: there was no time (seconds={self.seconds:g})"
        )

    def _compare_with_source(self, thing, epoch):
        record = self.record
        if not (record.deterministic or record.same_with_seed):
            return
        told = comparing.with_source(
            thing, epoch, lambda index: _served(thing, index), exact=record.deterministic
        )
        told.write_into(record)
        if record.scaled:
            record.lines["scaling"] = lines.in_class(thing, ("std(", "mean(", "max(", "min(", "ptp("))

    def _disturbed(self, epoch):
        """Whether stand-ins changed what the object does; by itself it may change too."""
        now = {batch.index: batch for batch in epoch.batches}
        suspects = [
            index
            for index, batch in self.untouched.items()
            if batch.problem is None
            and index in now
            and (
                now[index].problem is not None
                or (self.record.deterministic and now[index].content != batch.content)
            )
        ]
        if not suspects:
            return False
        asker = self._asker(self._fresh())
        Luck(asker.thing).seed(SEED)
        for batch in epoch.batches:
            plain = asker.ask(batch.index)
            if batch.index in suspects and (
                (plain.problem is None) != (batch.problem is None)
                or (self.record.deterministic and plain.content != batch.content)
            ):
                return True
            if batch.index >= max(suspects):
                break
        return False

    def _why_disturbed(self, epoch):
        problem = next((b.problem for b in epoch.batches if b.problem is not None), None)
        return f" ({problem.said_where})" if problem is not None else ""

    def _length_again(self, thing):
        if self.record.length is not None:
            self.record.lengths += (read_num_batches(thing)[0],)

    def _end_epoch(self, thing, epoch):
        record = self.record
        if not hasattr(thing, "on_epoch_end"):
            return
        before = comparing.contents(thing)
        luck = Luck(thing)
        _, record.epoch_end = value_of(thing.on_epoch_end, "on_epoch_end()")
        record.drawn_at_the_end = luck.is_used
        after = comparing.contents(thing)
        if after == before and record.epoch_end is None and record.lines["shuffles"]:
            Luck(thing).seed(SEED + 1)  # of few items chance may give the same order again
            value_of(thing.on_epoch_end, "on_epoch_end()")
            after = comparing.contents(thing)
        record.reordered, record.alone = comparing.reordered(before, after, epoch)
        record.left_behind = comparing.left_behind(before, after, epoch)
        record.scattered = comparing.scattered(before, after)
        record.redrawn = comparing.redrawn(before, after)
        if comparing.gone(before, after):
            record.resampled = self._resampled()
        if record.reordered or record.alone or record.left_behind:
            names = [name.split(".")[-1] for name in record.reordered]
            record.lines["on_epoch_end"] = lines.in_method(thing, "on_epoch_end", (*names, "shuffle"))
        else:
            record.lines["on_epoch_end"] = lines.in_method(thing, "on_epoch_end", ("shuffle",))

    def _resampled(self):
        """End two epochs of a fresh object: what is gone is gone for good where more is gone then."""
        thing = self._fresh()
        told = [comparing.contents(thing)]
        for _ in range(2):
            if value_of(thing.on_epoch_end, "on_epoch_end()")[1] is not None:
                return ()
            told.append(comparing.contents(thing))
        first, second = (comparing.gone(told[0], later) for later in told[1:])
        for name, items in first.items():
            if second.get(name, 0) > items and set(told[2][name]) < set(told[1][name]):
                return name, items, second[name]
        return next(((name, items, 0) for name, items in first.items()), ())

    # The rest ----------------------------------------------------------------------------------

    def _extras(self):
        record = self.record
        good = bool(record.epochs and record.epochs[0].good)
        if good and self.left > 0:
            self._marks()
            self._seeds()
            self._moves()
            self._flow()
            self._threads()
        if good and _loops_by_itself(self.copies.of) and self.left > self.seconds * 0.5:
            self._loop_twice()
        if record.length is not None:
            record.past_end = self._asker(self._fresh()).ask(record.length)
        if self.left > 1 and record.kind == "PyDataset" and not record.processes:
            self._fit()
        if record.paired_anew:
            record.lines["pairs"] = lines.in_method(self._fresh(), "__getitem__", (*SHUFFLING, "flow("))
        self._pickle()
        record.files_read = sum(
            len(b.reads.get("<files>", ())) for b in (record.epochs[0].batches if record.epochs else ())
        )

    def _loop_twice(self):
        """Loop over an object that says itself how, for as many batches as it has, and once more."""
        thing, most = self._fresh(), self.count + 1

        def counted():
            return sum(1 for _ in itertools.islice(iter(thing), most))

        if self.seconds_each * most * 2 < self.left * 0.1:
            self.record.loops_have = tuple(value_of(counted, "iter()")[0] for _ in range(2))

    def _marks(self):
        record = self.record
        if record.first.problem is not None:
            return
        asker = self._asker(self._fresh())
        marks = []
        cheap = self.seconds_each * MARKED < self.left * 0.05
        for index in (
            np.linspace(0, self.count - 1, min(self.count, MARKED if cheap else 2)).astype(int).tolist()
        ):
            kept = []
            with marking():
                batch = asker.ask(index, kept)
            if batch.problem is not None:
                if asker.ask(index).problem is None:
                    with marking():  # once more: what chance raised does not come again
                        record.marks_problem = asker.ask(index).problem or record.marks_problem
            elif kept:
                marks += marked_rows(index, kept[0], lambda index=index: self._marked_otherwise(asker, index))
        record.marks = tuple(marks)

    @staticmethod
    def _marked_otherwise(asker, index):
        kept = []
        with marking(2):
            asker.ask(index, kept)
        return kept[0] if kept else ()

    def _seeds(self):
        """Ask for two batches, and listen to who seeds the generators that all have in common."""
        record = self.record
        if self.count > 1 and lines.in_class(self._fresh(), ("RandomState(", "default_rng(")):
            self._made_with_seed()
        asker, seeded = self._asker(self._fresh()), []
        if self.count < 2 or not lines.in_class(asker.thing, ("seed(",)):
            return
        for index in (0, 1):
            with seeds_set() as calls:
                asker.ask(index)
            seeded.append(calls)
        same = [call for call in seeded[0] if call[:2] in [other[:2] for other in seeded[1]]]
        if not same:
            return
        with seeds_set(silent=True):  # does what it draws matter?
            drawn = set()
            for number in range(3):
                Luck(asker.thing).seed(number)
                drawn.add(asker.ask(0).content)
        if len(drawn) > 1:
            record.seeds = same[0][0]
            record.lines["seeds"] = lines.in_file(same[0][2])

    def _made_with_seed(self):
        """Ask for two batches, and look whether both make a generator with the same seed."""
        asker, made = self._asker(self._fresh()), []
        for index in (0, 1):
            with generators_made() as calls:
                asker.ask(index)
            made.append(calls)
        same = [place for arguments, place in made[0] if arguments in [other for other, _ in made[1]]]
        self.record.made_with_seed = lines.in_file(same[0]) if same else ""

    def _moves(self):
        """Ask for the first batch with several seeds: is what belongs together flipped, turned and cut alike?"""
        record = self.record
        if record.deterministic or self.seconds_each * DRAWS > self.left * 0.2:
            return
        thing, draws = self._fresh(), []
        for seed in range(DRAWS):
            Luck(thing).seed(seed)
            served = _served(thing, 0)
            if not isinstance(served, tuple) or not 1 < len(served) < 4:
                return
            parts = [
                (path, as_array(leaf))
                for side, part in zip("xyw", served)
                for path, leaf in leaves_of(part, side)
            ]
            draws.append(
                {path: array for path, array in parts if array is not None and array.dtype.kind in "fiub"}
            )
        record.moved_apart = moved_apart(draws)
        if not record.same_with_seed:
            return  # other items may have come, of which nothing can be said but where they are plainly moved
        record.paired_anew = record.paired_anew or paired_anew_though_changed(draws)
        record.kept = kept_while_moved(draws)
        if record.moved_apart or (record.kept and record.kept[2] > 1):
            record.lines["places"] = lines.in_class(thing, PLACES)
            record.lines["moves"] = lines.in_class(thing, MOVING)
        elif record.kept and record.kept[2] == 1:
            record.lines["directions"] = lines.in_class(thing, DIRECTIONS)

    def _flow(self):
        """Ask for a batch, and listen to Keras' own augmentation: does it shuffle inputs alone?"""
        record = self.record
        if record.deterministic or not record.first.side("y"):
            return
        asker = self._asker(self._fresh())  # what its constructor makes goes on from batch to batch
        with shuffled_inputs() as calls:
            batch = asker.ask(0)
        record.flow = [place for rows, place in calls if rows == batch.rows > 1][:1]
        if record.flow:
            record.lines["flow"] = lines.in_file(record.flow[0])

    def _threads(self):
        """Ask for two batches at once, in all orders of their lines."""
        record = self.record
        if not record.deterministic or self.count < 4 or len(record.epochs[0].good) < 4 or self.left < 2:
            return
        if self.seconds_each > 0.5:
            record.unseen.append("two threads at once: a batch takes too long to try")
            return
        thing = self._fresh()
        alone, asker = {}, self._asker(thing)
        for index in (1, 2):
            alone[index] = set()
            for seed in range(4):
                Luck(thing).seed(seed)
                alone[index].add(asker.ask(index).content)
        if any(len(seen) > 1 for seen in alone.values()):
            return  # it draws at random, and a difference would say nothing
        one, others = interleaved(
            lambda: Asker(thing).ask_here(1), lambda: Asker(thing).ask_here(2), THREADS_SECONDS
        )
        wrong = [
            index
            for index, came in ((1, [one]), (2, others))
            if any(b is not None and (b.problem is not None or b.content not in alone[index]) for b in came)
        ]
        record.threads = tuple(wrong)

    def _fit(self):
        record = self.record
        if any(b.problem is not None for e in record.epochs for b in e.batches) or record.first.nones:
            if record.length is None:
                return
        if record.first is not None and record.first.form == "NoneType":
            return  # `fit` may wait for ever
        thing = self._fresh()
        Luck(thing).seed(SEED)
        record.fit_ran = True
        record.fit = run_fit(thing, record.length, min(FIT_SECONDS, max(self.left, 5)))

    def _pickle(self):
        thing = self.copies.of
        try:
            pickle.dumps(thing)
        except Exception as error:
            self.record.pickling = f"{type(error).__name__}: {error}"[:200]
        methods = multiprocessing.get_all_start_methods()  # the first is what is taken where none was set
        self.record.spawned = (multiprocessing.get_start_method(allow_none=True) or methods[0]) != "fork"


def _not_called(thing):
    """The attribute with a Sequence that shuffles at the end of an epoch, of a class that does nothing then; ""."""
    import keras

    base = keras.utils.PyDataset.on_epoch_end
    if getattr(type(thing), "on_epoch_end", base) is not base:
        return ""
    for name, value in getattr(thing, "__dict__", {}).items():
        is_one = isinstance(value, keras.utils.PyDataset) and type(value).on_epoch_end is not base
        if is_one and any(getattr(value, word, False) is True for word in SHUFFLES):
            return f"self.{name}"
    return ""


def _loops_by_itself(thing):
    """Whether its own class says how to loop over it, and not Keras'."""
    kind = next((kind for kind in type(thing).__mro__ if "__iter__" in vars(kind)), None)
    return kind is not None and kind.__module__.split(".")[0] != "keras"


def _strange_hooks(kind):
    """Names of methods that look like Keras' hooks and are none, so that nobody calls them."""
    own = {name for one in kind.__mro__ if one.__module__.split(".")[0] != "keras" for name in vars(one)}
    near = {name for hook in HOOKS for name in difflib.get_close_matches(hook, own, n=3, cutoff=0.85)}
    near |= {name for name in own if name.startswith("on_epoch")}
    code = [getattr(method, "__code__", None) for one in kind.__mro__ for method in vars(one).values()]
    called = {name for one in code if one is not None for name in one.co_names}
    return tuple(sorted(near - {*HOOKS} - called))


def _base_of_another_keras(thing):
    """The Sequence of another Keras that it is derived from, such as TensorFlow's old one; "" if none."""
    for kind in type(thing).__mro__:
        if kind.__name__ in ("Sequence", "PyDataset") and "keras" in kind.__module__:
            return f"{kind.__module__}.{kind.__name__}"
    return ""


def _served(thing, index):
    value, problem = value_of(lambda: thing[index], f"__getitem__({index})")
    return value if problem is None else None
