"""Tells whether a class keeps the contract, and shares no code with the checks.

    .venv/bin/python tests/oracle.py jobs < questions > answers

A question is a line `{"name", "lesson", "source"}` of JSON, an answer a line `{"name", "verdict",
"why"}`; the verdict is "right", "wrong" or "endless". Each class runs in a process of its own,
with limits, since what is asked about are mutants, and some of them never end.

It knows NumPy, Keras and the contract alone: rules 1 to 6 for all lessons, 7 to 10 for lesson 3.
It is slower than the checks and gives no hints, so it can look at more: every n up to 300, data of
many shapes and dtypes, threads that take turns line by line, and three epochs of a `fit` that shuffles.
"""

import contextlib
import functools
import itertools
import json
import os
import re
import resource
import select
import signal
import sys
import tempfile
import threading
import time
import traceback
import types
import warnings
from concurrent.futures import ThreadPoolExecutor

os.environ.update(
    TF_CPP_MIN_LOG_LEVEL="3",
    TF_ENABLE_ONEDNN_OPTS="0",
    CUDA_VISIBLE_DEVICES="-1",
    KERAS_BACKEND="tensorflow",
)

import keras
import numpy as np
import tensorflow as tf

CELL = "<the exercise cell>"
CPU_SECONDS, WALL_SECONDS = 20, 90
"""A right class takes a second or two; one that takes so long has a loop that never ends."""
DEFAULT = 32
EPOCHS = 3


class Broken(Exception):
    """A rule of the contract does not hold; the message says which, and how it was seen."""


def must(holds, rule, how):
    """Raise Broken where a rule does not hold."""
    if not holds:
        raise Broken(f"rule {rule}: {how}")


# What is served ------------------------------------------------------------------------------


def make_data(n, shape=(3,), dtype="float32", label_dtype="int64"):
    """Data and labels of random values; no two rows of data that have three values are equal."""
    random = np.random.RandomState(n * 1009 + len(shape))

    def some(dtype, *size):
        if np.dtype(dtype).kind == "f":
            return (random.standard_normal(size) * 1000).astype(dtype)
        limits = np.iinfo(dtype)
        return random.randint(max(limits.min, -(2**31)), min(limits.max, 2**31 - 1), size).astype(dtype)

    return some(dtype, n, *shape), some(label_dtype, n)


class Subject:
    """One object of the class, with the data that it was made from and what they were before."""

    def __init__(self, kind, data, labels, b=None, by_keyword=True):
        self.data, self.labels, self.b = data, labels, b or DEFAULT
        self.before = np.array(data), np.array(labels)
        self.n = len(data)
        self.length = -(-self.n // self.b)
        self.case = f"n={self.n}, b={b or 'default'}"
        try:
            if b is None:
                self.gen = kind(data, labels)
            elif by_keyword:
                self.gen = kind(data, labels, batch_size=b)
            else:
                self.gen = kind(data, labels, b)
        except Exception as error:
            raise Broken(f"rules 1 to 6: no object for {self.case}: {told(error)}") from None
        self.any_order = shuffles_by_itself(kind)

    def check_length(self):
        try:
            length = len(self.gen)
            steps = self.gen.num_batches
        except Exception as error:
            raise Broken(f"rule 1: len raises for {self.case}: {told(error)}") from None
        must(length == self.length, 1, f"len is {length}, not {self.length}, for {self.case}")
        must(steps == self.length, 1, f"num_batches is {steps}, not {self.length}, for {self.case}")

    def ask(self, index):
        """Ask for one batch, and check its form."""
        try:
            batch = self.gen[index]
        except Exception as error:
            raise Broken(f"rule 2: gen[{index}] raises for {self.case}: {told(error)}") from None
        return self.check_form(index, batch)

    def check_form(self, index, batch):
        where = f"gen[{index}] for {self.case}"
        must(isinstance(batch, tuple) and len(batch) == 2, 2, f"{where} is no tuple of two")
        for part, given, name in zip(batch, self.before, ("data", "labels")):
            must(
                hasattr(part, "__array__") and hasattr(part, "shape") and hasattr(part, "dtype"),
                2,
                f"{where}: {name} are no array",
            )
            array = np.asarray(part)
            size = min(self.b, self.n - index * self.b)
            must(array.shape == (size, *given.shape[1:]), 2, f"{where}: {name} of shape {array.shape}")
            must(array.dtype == given.dtype, 2, f"{where}: {name} of dtype {array.dtype}")
        return batch

    def check_batch(self, index, batch):
        """Check that a batch holds its own samples and labels, in order."""
        rows = slice(index * self.b, (index + 1) * self.b)
        for part, given, name in zip(batch, self.before, ("data", "labels")):
            must(same(part, given[rows]), 2, f"gen[{index}] for {self.case}: other {name}")

    def check_all(self, order=None):
        """Ask for all batches once and check them; return copies of them by index."""
        came = {}
        for index in range(self.length) if order is None else order:
            batch = self.ask(index)
            if not self.any_order:
                self.check_batch(index, batch)
            came[index] = tuple(np.array(part) for part in batch)
        self.check_once(came.values(), "in one pass")
        return came

    def check_once(self, batches, when):
        """Check that some batches hold every sample exactly once, each with its own label."""
        rows, labels = [], []
        for data, own in batches:
            rows += [row.tobytes() for row in np.ascontiguousarray(data)]
            labels += [label.tobytes() for label in np.ascontiguousarray(own)]
        given = [part.tobytes() for part in np.ascontiguousarray(self.before[0])]
        owned = [part.tobytes() for part in np.ascontiguousarray(self.before[1])]
        must(sorted(rows) == sorted(given), 3, f"not every sample exactly once {when}, for {self.case}")
        must(
            sorted(zip(rows, labels)) == sorted(zip(given, owned)),
            2,
            f"samples with labels that are not theirs {when}, for {self.case}",
        )

    def check_untouched(self):
        for part, given, name in zip((self.data, self.labels), self.before, ("data", "labels")):
            must(same(part, given), 5, f"the caller's {name} changed, for {self.case}")


@functools.cache
def shuffles_by_itself(kind):
    """Whether the order of samples is free: `on_epoch_end` changes it, or is called where it is made."""
    return ends_an_epoch_when_made(kind) or changes_at_epoch_end(kind)


def changes_at_epoch_end(kind):
    """Whether `on_epoch_end` puts 64 samples into another order, and that alone."""
    try:
        data, labels = make_data(64)
        gen = kind(data, labels, batch_size=64)
        before, again = np.array(gen[0][0]), np.array(gen[0][0])
        gen.on_epoch_end()
        after = np.array(gen[0][0])
    except Exception:
        return False  # that is for the rules to show
    return same(before, again) and not same(before, after)


def ends_an_epoch_when_made(kind):
    """Whether making an object calls its `on_epoch_end`."""
    code, called = getattr(kind.on_epoch_end, "__code__", None), []
    sys.setprofile(lambda frame, event, arg: called.append(event) if frame.f_code is code else None)
    try:
        kind(*make_data(10), batch_size=4)
    except Exception:
        return False  # that is for the rules to show
    finally:
        sys.setprofile(None)
    return bool(called)


def same(one, other):
    """Whether two arrays hold the same values of the same dtype, NaN included."""
    one, other = np.asarray(one), np.asarray(other)
    return (
        one.dtype == other.dtype
        and one.shape == other.shape
        and (np.array_equal(one, other, equal_nan=one.dtype.kind == "f"))
    )


def told(error):
    """An exception in one short line."""
    return f"{type(error).__name__}: {error}".split("\n")[0][:150]


# Rules 1 to 6 --------------------------------------------------------------------------------

SMALL = [(n, b) for n in range(1, 17) for b in range(1, 18)]
LARGE = [
    (n, b)
    for n in (20, 31, 32, 33, 63, 64, 65, 100, 127, 128, 200, 255, 256, 257, 299, 300)
    for b in (2, 7, 10, 16, 25, 31, 32, 33, 64, 100, 128, 255, 256, 257, 299, 300, 301, 1000)
]
HUGE = [(1025, 1024), (1300, 100), (2500, 7), (5000, 600)]
ALONE = [(n, None) for n in (1, 2, 15, 30, 31, 32, 33, 34, 62, 63, 64, 65, 66, 70, 96, 97, 99, 100, 300)]
SIZES = [*range(1, 14), 16, 25, 31, 32, 33, 64, 100, 128, 255, 256, 257, 300, 1000]
KINDS = [
    ((3,), "float64", "float32"),
    ((3,), "float16", "float64"),
    ((4, 4, 3), "uint8", "int32"),
    ((4, 4), "int16", "uint8"),
    ((), "float64", "int64"),
    ((), "int64", "float32"),
    ((1,), "float32", "int64"),
    ((4, 4, 1), "float32", "float32"),
    ((2, 3, 4, 2), "float32", "int8"),
]
"""Shapes and dtypes of data, and dtypes of labels, of which there is one number for each sample."""


def check_sizes(kind):
    """Every length and every batch, for many n and batch sizes."""
    started = time.process_time()
    for number, (n, b) in enumerate(itertools.chain(SMALL, ALONE)):
        subject = Subject(kind, *make_data(n), b, by_keyword=number % 3 > 0)
        if number % 2:  # batches may be asked for before the length, in any order
            subject.ask(subject.length - 1)
        subject.check_length()
        subject.check_all()
        subject.check_untouched()
    slow = (time.process_time() - started) / len(SMALL) * len(LARGE) > 5
    for n, b in [*HUGE, *LARGE[:: 5 if slow else 1]]:
        subject = Subject(kind, *make_data(n), b)
        subject.check_length()
        subject.check_all()
    for n in range(1, 301, 13 if slow else 1):
        data, labels = make_data(n)
        for b in SIZES:
            try:
                length = len(kind(data, labels, batch_size=b))
            except Exception as error:
                raise Broken(f"rule 1: no length for n={n}, b={b}: {told(error)}") from None
            must(length == -(-n // b), 1, f"len is {length} for n={n}, b={b}")


def check_kinds(kind):
    """Arrays of other shapes and dtypes, values of every sort, and rows that are equal."""
    for shape, dtype, label_dtype in KINDS:
        for n, b in ((10, 4), (12, 4), (3, 8), (1, 1), (70, None)):
            subject = Subject(kind, *make_data(n, shape, dtype, label_dtype), b)
            subject.check_length()
            subject.check_all()
            subject.check_untouched()
    for n, b in ((10, 4), (33, 32)):
        data, labels = make_data(n)
        data[::3], data[1::3] = np.nan, -np.inf
        labels = np.arange(n) - 2
        subject = Subject(kind, data, labels, b)
        for index in range(subject.length):
            batch = subject.ask(index)
            if not subject.any_order:
                subject.check_batch(index, batch)
        for value in (0, 1, -1):
            subject = Subject(kind, np.full((n, 3), value, "float32"), labels, b)
            subject.check_all()
        subject = Subject(kind, *make_data(2 * n, (5,)), b)
        view = Subject(kind, subject.data[::2, 1:4], subject.labels[::-2], b)
        view.check_all()
        view.check_untouched()


def check_order_of_asking(kind):
    """The same index gives the same batch, whatever was asked for before, and by whom."""
    for n, b in ((10, 4), (12, 4), (3, 8), (53, 5), (70, None)):
        subject = Subject(kind, *make_data(n), b)
        for _ in range(EPOCHS + 1):
            first = subject.check_all()
            kept = {index: subject.ask(index) for index in first}
            orders = [list(first)[::-1], list(first) * 2, sorted(first, key=lambda i: i * 7 % 5)]
            for index in itertools.chain(*orders):
                batch = subject.ask(index)
                must(equal(batch, first[index]), 4, f"gen[{index}] changes, for {subject.case}")
                subject.check_length()
            for index, batch in kept.items():
                must(equal(batch, first[index]), 4, f"gen[{index}] changed later, for {subject.case}")
            with ThreadPoolExecutor(4) as pool:
                for index, batch in zip(list(first) * 3, pool.map(subject.ask, list(first) * 3)):
                    must(equal(batch, first[index]), 4, f"threads mix batches, for {subject.case}")
            subject.check_untouched()
            try:
                subject.gen.on_epoch_end()
            except Exception as error:
                raise Broken(f"rule 3: on_epoch_end raises: {told(error)}") from None
            subject.any_order = True


def check_two_objects(kind):
    """Two objects of one class, side by side."""
    one, other = Subject(kind, *make_data(10), 4), Subject(kind, *make_data(7, (2, 3)), 3)
    if not one.any_order:
        for index in (0, 2, 1):
            one.check_batch(index, one.ask(index))
            other.check_batch(index, other.ask(index))
        one.check_length(), other.check_length()
        return
    first = one.check_all()
    other.gen.on_epoch_end()
    for index, batch in first.items():
        must(equal(one.ask(index), batch), 4, "another object's epoch changes gen's batches")


def equal(one, other):
    return all(map(same, one, other))


class InTurns:
    """Two calls at once, of which each runs a line of the cell when the other has run one."""

    WAIT = 0.03
    """So long a call waits for one that does not come to another line, such as for a lock."""

    def __init__(self):
        self.changed, self.turn, self.ended = threading.Condition(), 0, set()

    def run(self, calls):
        """Make both calls; return what each returned or raised."""
        outcomes = [None, None]

        def work(me):
            sys.settrace(lambda frame, event, arg: self._tracer(me, frame))
            try:
                outcomes[me] = calls[me]()
            except Exception as error:
                outcomes[me] = error
            finally:
                sys.settrace(None)
                with self.changed:
                    self.ended.add(me)
                    self.changed.notify_all()

        threads = [threading.Thread(target=work, args=(me,), daemon=True) for me in (0, 1)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)
        return outcomes

    def _tracer(self, me, frame):
        if frame.f_code.co_filename != CELL:
            return None

        def each(frame, event, arg):
            if event == "line":
                with self.changed:
                    self.turn = 1 - me
                    self.changed.notify_all()
                    self.changed.wait_for(lambda: self.turn == me or self.ended, self.WAIT)
            return each

        return each


def check_threads(kind):
    """Two threads that ask at once, line by line in turns."""
    for n, b in ((10, 4), (7, 2)):
        for pair in ((0, 1), (2, 0)):
            subject = Subject(kind, *make_data(n), b)
            alone = Subject(kind, *make_data(n), b)
            if alone.any_order:
                alone = subject
            right = [tuple(np.array(part) for part in alone.ask(index)) for index in pair]
            came = InTurns().run([functools.partial(subject.gen.__getitem__, index) for index in pair])
            for index, batch, own in zip(pair, came, right):
                if isinstance(batch, Exception) or batch is None:
                    raise Broken(f"rule 4: gen[{index}] beside another call: {told(batch)}")
                must(equal(subject.check_form(index, batch), own), 4, "two calls at once mix batches")


class Recorder(keras.Model):
    """A model that learns nothing and keeps what it is served."""

    def __init__(self):
        super().__init__()
        self.served, self.built = [], True
        self.compile(run_eagerly=True)

    def train_step(self, served):
        self.served[-1].append(served)
        return {"loss": 0.0}


class Epochs(keras.callbacks.Callback):
    """Begins a new list for every epoch."""

    def on_epoch_begin(self, epoch, logs=None):
        self.model.served.append([])


def fit(gen, shuffle=False):
    """Run an object through `fit`; return its batches by epoch."""
    model = Recorder()
    model.fit(gen, epochs=EPOCHS, shuffle=shuffle, verbose=0, callbacks=[Epochs()])
    return [[tuple(map(np.asarray, batch)) for batch in epoch] for epoch in model.served]


def check_fit(kind):
    """Three epochs of a real `fit`: every sample exactly once in each."""
    for number, (n, b) in enumerate(((10, 4), (12, 4), (3, 8), (70, None))):
        subject = Subject(kind, *make_data(n), b)
        try:
            epochs = fit(subject.gen, shuffle=number % 2 > 0)
        except Exception as error:
            raise Broken(f"rule 3: fit stops for {subject.case}: {told(error)}") from None
        must(len(epochs) == EPOCHS, 3, f"{len(epochs)} epochs, for {subject.case}")
        for epoch, batches in enumerate(epochs):
            must(len(batches) == subject.length, 3, f"{len(batches)} steps, for {subject.case}")
            must(all(isinstance(b, tuple) and len(b) == 2 for b in batches), 2, "fit was served no pairs")
            subject.check_once(batches, f"in epoch {epoch} of fit")
        subject.check_length()
        subject.check_untouched()


# Rules 7 to 10 -------------------------------------------------------------------------------


def names(error, *numbers):
    """Whether an exception's message or notes hold one of the numbers as a whole number."""
    text = "\n".join([str(error), *getattr(error, "__notes__", ())])
    found = [int(digits) for digits in re.findall(r"(?<![\d.])-?\d+", text)]
    found += [abs(number) for number in found if number < 0 and re.search(rf"\w-{-number}\b", text)]
    return any(number in found for number in numbers)


def check_past_the_end(kind):
    """Rule 7."""
    for n, b in ((10, 4), (12, 4), (3, 8), (1, 1), (100, 33), (96, 12), (70, None)):
        subject = Subject(kind, *make_data(n), b)
        length = subject.length
        for index in (length, length + 1, length + 3, length + 17, 10 * length, 777):
            refused(subject, index, index)
        for index in (-1, -2, -length, -length - 1, -length - 6, -10 * length - 3):
            if index + length >= 0 and (batch := counted_from_the_end(subject, index)) is not None:
                if not subject.any_order:
                    subject.check_batch(index + length, subject.check_form(index + length, batch))
                continue
            refused(subject, index, index, index + length)


def counted_from_the_end(subject, index):
    try:
        return subject.gen[index]
    except Exception:
        return None


def refused(subject, index, *numbers):
    where = f"gen[{index}] for {subject.case}"
    try:
        subject.gen[index]
    except Exception as error:
        must(isinstance(error, IndexError), 7, f"{where} raises {told(error)}")
        must(names(error, *numbers), 7, f"{where} does not name the index: {told(error)}")
    else:
        raise Broken(f"rule 7: {where} is served")


def check_unequal(kind):
    """Rule 8."""
    pairs = [
        (10, 9),
        (9, 10),
        (1, 2),
        (2, 1),
        (40, 32),
        (32, 40),
        (33, 1),
        (8, 33),
        (100, 99),
        (64, 32),
        (5, 50),
        (3, 4),
        (10, 0),
    ]
    for (n, m), b in itertools.product(pairs, (None, 1, 3, 64)):
        data, labels = make_data(n)[0], make_data(m)[1]
        try:
            kind(data, labels) if b is None else kind(data, labels, batch_size=b)
        except ValueError:
            continue
        except Exception as error:
            raise Broken(f"rule 8: {n} samples, {m} labels, b={b}: {told(error)}") from None
        raise Broken(f"rule 8: {n} samples and {m} labels, b={b}, are taken")


class Damaged(Exception):
    """What a reader of one's own may raise."""

    def __init__(self, path, offset):
        super().__init__(f"{path} is damaged after {offset}")


ERRORS = [
    lambda: OSError("the file ends early"),
    lambda: ValueError("no such shape"),
    lambda: KeyError("shard"),
    lambda: Damaged("x", "y"),
    lambda: IndexError("no row"),
    lambda: UnicodeDecodeError("ascii", b"\xff", 0, 1, "bad byte"),
    lambda: EOFError(),
    lambda: RuntimeError("closed"),
    lambda: FileNotFoundError(2, "No such file or directory"),
    lambda: TimeoutError("slow disk"),
    lambda: TypeError("not to be read"),
    lambda: MemoryError(),
    lambda: ZeroDivisionError("division by zero"),
    lambda: AttributeError("no handle"),
]


class Source:
    """Data that are read when they are asked for; some rows cannot be read."""

    def __init__(self, data, bad, error):
        self.data, self.bad, self.error = data, set(bad), error
        self.shape, self.dtype, self.ndim = data.shape, data.dtype, data.ndim

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):
        rows = np.atleast_1d(np.arange(len(self.data))[key[0] if isinstance(key, tuple) else key])
        if self.bad & set(rows.tolist()):
            raise self.error()
        return self.data[key]

    def take(self, rows, axis=0, **options):
        return self[np.asarray(rows)]


def check_reading(kind):
    """Rule 9."""
    cases = [(20, 3, 4), (23, 3, 7), (31, 4, 6), (14, 4, 0), (26, 5, 2), (50, 6, 3), (70, None, 1)]
    for number, error in enumerate(ERRORS):
        n, b, bad = cases[number % len(cases)]
        size = b or DEFAULT
        data, labels = make_data(n)
        last = min((bad + 1) * size, n) - 1
        for row in {bad * size, (bad * size + last) // 2, last}:
            source = Source(data, [row], error)
            case = f"{told(error())}, n={n}, b={b}, batch {bad}"
            gen = made(kind, source, labels, b, 9, case)
            for other in {0, 1, bad - 1, -(-n // size) - 1} - {bad, -1}:
                try:
                    batch = gen[other]
                except Exception as raised:
                    raise Broken(f"rule 9: gen[{other}] can be read: {told(raised)}; {case}") from None
                rows = slice(other * size, (other + 1) * size)
                must(equal(batch, (data[rows], labels[rows])), 2, f"gen[{other}] is another batch; {case}")
            for _ in range(2):
                raised = raises(gen, bad, 9, case)
                must(names(raised, bad), 9, f"unnamed: {told(raised)}; {case}")
        if number % 2 == 0:
            gen = made(kind, Source(data, [last], error), labels, b, 9, case)
            check_stops(gen, raised, case)


def made(kind, data, labels, b, rule, case):
    try:
        return kind(data, labels) if b is None else kind(data, labels, batch_size=b)
    except Exception as error:
        raise Broken(f"rule {rule}: no object: {told(error)}; {case}") from None


def raises(gen, index, rule, case):
    try:
        gen[index]
    except Exception as error:
        return error
    raise Broken(f"rule {rule}: gen[{index}] is served; {case}")


def check_stops(gen, raised, case):
    try:
        fit(gen)
    except Exception as error:
        text = "\n".join([str(error), *getattr(error, "__notes__", ())])
        must(
            isinstance(error, type(raised)) or type(raised).__name__ in text,
            9,
            f"fit does not say {type(raised).__name__}; {case}",
        )
    else:
        raise Broken(f"rule 9: fit goes on; {case}")


def check_numbers(kind):
    """Rule 10."""
    for n, b, bad in ((20, 3, 4), (23, 3, 7), (31, 4, 6), (14, 4, 0), (70, None, 2)):
        size = b or DEFAULT
        data, labels = make_data(n)
        first, last = bad * size, min((bad + 1) * size, n) - 1
        mixed = [data.astype(object) for _ in range(3)]
        for array, row in zip(mixed, (first, (first + last) // 2, last)):
            array[row] = "text"
        for texts in (
            *mixed,
            np.full(data.shape, "text"),
            np.full(data.shape, b"text"),
            data.astype(str),
            data.astype("S"),
            np.full(data.shape, "text", object),
        ):
            case = f"{texts.dtype}, n={n}, b={b}"
            raised = raises(made(kind, texts, labels, b, 10, case), bad, 10, case)
            must(isinstance(raised, TypeError), 10, f"{told(raised)}; {case}")
            must(names(raised, bad), 10, f"unnamed: {told(raised)}; {case}")


# Asking --------------------------------------------------------------------------------------

RULES_1_TO_6 = [check_sizes, check_kinds, check_two_objects, check_threads, check_order_of_asking, check_fit]
RULES_7_TO_10 = [check_past_the_end, check_unequal, check_reading, check_numbers]


def judge(source, lesson):
    """Run a cell and try its class on the contract: `(verdict, why)`."""
    module = types.ModuleType("__main__")
    module.__dict__.update(
        keras=keras,
        np=np,
        tf=tf,
        math=__import__("math"),
        warnings=warnings,
        textwrap=__import__("textwrap"),
    )
    sys.modules["__main__"] = module
    try:
        exec(compile(source, CELL, "exec"), module.__dict__)  # as a notebook does, in this process
        kind = module.__dict__["DataGenerator"]
        is_sequence = isinstance(kind, type) and issubclass(kind, keras.utils.PyDataset)
        must(is_sequence, 6, "DataGenerator is no subclass of Sequence")
        for check in [*RULES_1_TO_6, *(RULES_7_TO_10 if lesson == 3 else [])]:
            check(kind)
    except Broken as broken:
        return "wrong", str(broken)
    except Exception as error:
        line = traceback.extract_tb(error.__traceback__)[-1]
        return "wrong", f"{told(error)} (at {line.name}, line {line.lineno})"
    except SystemExit as error:
        return "wrong", told(error)
    return "right", ""


def _child(question, pipe, folder):
    """Answer one question, in a process of its own; never returns."""
    os.setsid()
    os.chdir(folder)
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000_000, 10_000_000))
    resource.setrlimit(resource.RLIMIT_DATA, (4_000_000_000, 4_000_000_000))
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1), os.dup2(quiet, 2)
    warnings.simplefilter("ignore")
    np.random.seed(0), tf.random.set_seed(0)
    answer = judge(question["source"], question["lesson"])
    os.write(pipe, json.dumps(answer)[:4000].encode())
    os._exit(0)


def answers(questions, jobs=2):
    """Fork a process for each question, `jobs` at once; yields `(question, verdict, why)`."""
    waiting, running = list(questions)[::-1], {}
    with tempfile.TemporaryDirectory() as folder:
        while waiting or running:
            while waiting and len(running) < jobs:
                question = waiting.pop()
                ours, theirs = os.pipe()
                pid = os.fork()
                if pid == 0:
                    os.close(ours)
                    _child(question, theirs, folder)
                os.close(theirs)
                running[ours] = question, pid, time.monotonic() + WALL_SECONDS
            ready, _, _ = select.select(list(running), [], [], 1)
            late = [pipe for pipe, (_, _, until) in running.items() if time.monotonic() > until]
            for pipe in {*ready, *late}:
                question, pid, _ = running.pop(pipe)
                said = os.read(pipe, 10_000) if pipe in ready else b""
                os.close(pipe)
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
                yield question, *(json.loads(said) if said else ("endless", "no answer in time"))


def main(jobs="2"):
    """Answer the questions on the standard input, a line each."""
    questions = [json.loads(line) for line in sys.stdin]
    for question, verdict, why in answers(questions, int(jobs)):
        print(json.dumps({"name": question["name"], "verdict": verdict, "why": why}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
