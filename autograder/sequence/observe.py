"""What a Sequence really serves: asked directly, and through a real `model.fit`.

`observe` returns one plain `Record`. Nothing here judges: `findings` does that.
Nothing here looks at an attribute of the Sequence: only `len`, `[]` and what
`fit` received count.

Keras' own habits are known and not held against a class (measured with Keras
3.15.1): before the first epoch `fit` asks for batches 0 and 1 to learn their
shapes, and calls `on_epoch_end` once.
"""

import contextlib
import ctypes
import functools
import linecache
import operator
import os
import queue
import random
import signal
import sys
import sysconfig
import threading
import time
import warnings
from dataclasses import dataclass, field

import numpy as np

from autograder.sequence.samples import THREADS, Identity

__all__ = [
    "Batch",
    "Problem",
    "Record",
    "StillRunning",
    "ask",
    "ask_all",
    "caught",
    "changes",
    "interrupted_after",
    "may_fit",
    "never_ended",
    "observe",
    "read_length",
    "run_limited",
    "same_luck",
    "serve",
    "stuck",
    "together",
    "watch_fit",
]

CALL_SECONDS = 10
"""How long one call of a student's method may take."""
FIT_SECONDS = 60
"""How long one `fit` on a few small batches may take."""
MOST_BATCHES = 2_000
"""A length above this is not run through `fit`, and not asked for to its end."""
MORE_ROWS = 1_000
"""Of a batch that has all samples twice over, and so many rows more, the rest are not read."""

_OWN = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_LIBRARY = tuple(
    {
        os.path.abspath(sysconfig.get_paths()[name])
        for name in ("stdlib", "platstdlib", "purelib", "platlib")
    }
)


class StillRunning(Exception):
    """A call that was given a time limit did not return within it."""


class _Interrupt(BaseException):
    """No `Exception`, so that the `except Exception` of a loop that never ends does not catch it."""


@dataclass(frozen=True)
class Problem:
    """An exception, in plain values: `kind` its type, the student's own `line`."""

    kind: str
    message: str
    notes: tuple = ()
    kinds: tuple = ()
    method: str = ""
    number: int = 0
    line: str = ""

    def __str__(self):
        text = f"{self.kind}: {self.message}" if self.message else self.kind
        return text if len(text) <= 300 else text[:300] + " …"

    @property
    def place(self):
        """Where it was raised, in the student's own code; empty if nowhere there."""
        if not self.line:
            return ""
        return f"line {self.number} of its cell, in {self.method}: {self.line}"

    @property
    def words(self):
        """All that the student can have said in it: message and notes."""
        return "\n".join((self.message, *self.notes))


@dataclass(frozen=True)
class Batch:
    """One served batch, in plain values.

    form: "pair" for a tuple of two arrays of one length, else what came in its
    place. samples: their numbers in order, -1 for a row that is no sample.
    labels: their values in order, None where a row has not exactly one. None for
    samples or labels: there was nothing to read them from.
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
    problem: Problem | None = None

    @property
    def size(self):
        """How many samples came; 0 where nothing came."""
        return len(self.samples) if self.samples is not None else 0


@dataclass
class Record:
    """All that was observed of one Sequence over n samples in batches of batch_size.

    length: `len`, or None where it is not an int. batches: asked directly, in
    order; again: the same, in reverse order; later: the same after `on_epoch_end`.
    moved: the index of a batch that changed after it was returned, or None. epochs: for every epoch of `fit` the
    batches it was served. asked: the indices `fit` asked for, in order. steps:
    training steps that it took. changed: which of the caller's arrays were.
    """

    n: int
    batch_size: int
    own_labels: tuple = ()
    length: int | None = None
    length_received: str = ""
    length_problem: Problem | None = None
    batches: list = field(default_factory=list)
    again: list = field(default_factory=list)
    later: list = field(default_factory=list)
    moved: int | None = None
    epochs: list = field(default_factory=list)
    asked: list = field(default_factory=list)
    epoch_ends: int = 0
    steps: int = 0
    fit_ran: bool = False
    fit_problem: Problem | None = None
    changed: tuple = ()
    super_called: bool = True
    seconds: float = 0.0

    @property
    def asked_length(self):
        """The number of batches that the contract asks for: n / batch_size, rounded up."""
        return -(-self.n // self.batch_size)

    @property
    def sizes(self):
        """Batch sizes per index, as asked directly."""
        return [batch.size for batch in self.batches]

    def times_served(self, epoch=0):
        """Return how often each sample was served in an epoch of `fit`: int array (n,).

        Where `fit` did not run, the batches that were asked for directly count.
        """
        return self.count(self.epochs[epoch] if self.epochs else self.batches)

    def count(self, batches):
        """Return how often each sample is in some batches: int array (n,)."""
        numbers = [i for batch in batches for i in batch.samples or () if i >= 0]
        return np.bincount(np.array(numbers, int), minlength=self.n)[: self.n]

    def never_served(self, epoch=0):
        """Return the numbers of the samples that an epoch never served."""
        return np.flatnonzero(self.times_served(epoch) == 0)


def caught(error):
    """Describe an exception in plain values, with the student's own line of code."""
    if isinstance(getattr(error, "problem", None), Problem):
        return error.problem  # it was raised, and described, in another process
    frames = []
    step = error.__traceback__
    while step is not None:
        frames.append((step.tb_frame.f_code, step.tb_lineno))
        step = step.tb_next
    method, number, line = _own_line(frames)
    try:
        message = str(error)
    except Exception:
        message = ""
    return Problem(
        kind=type(error).__name__,
        message=message[:8_000],
        notes=tuple(str(note)[:2_000] for note in getattr(error, "__notes__", ())),
        kinds=tuple(kind.__name__ for kind in type(error).__mro__),
        method=method,
        number=number,
        line=line,
    )


def _own_line(frames):
    """Find the innermost frame that is neither a library's nor ours."""
    for code, number in reversed(frames):
        name = os.path.abspath(code.co_filename)
        if name.startswith(_OWN + os.sep) or name.startswith(_LIBRARY) or "frozen" in name:
            continue
        line = linecache.getline(code.co_filename, number).strip()
        return code.co_name, number, line
    return "", 0, ""


class Elsewhere:
    """What stands for a student's class, an object of it, or a function, in another process.

    Each call of it has a time limit of its own. What else can be asked of it:

    - of a class: `rehearse(trials, with_batches)`, `shuffles_when_made(samples, batch_size)`;
    - of an object: `several(indices)`, `together(indices)`, `served_now(index)`, `arguments_now()`;
    - of a function: `several(calls)`;
    - of all: `try_luck("begin")` and `try_luck("end")`, for `same_luck`.
    """


def is_elsewhere(thing):
    """Whether a class, an object or a function is in another process."""
    return isinstance(thing, Elsewhere) or isinstance(thing, type) and issubclass(thing, Elsewhere)


class _Worker:
    """A thread that calls functions for another one, which waits only so long."""

    def __init__(self):
        self._calls, self._outcomes = queue.SimpleQueue(), queue.SimpleQueue()
        self.thread = threading.Thread(target=self._work, daemon=True)
        self.thread.start()

    def _work(self):
        while True:
            function = self._calls.get()
            if function is None:
                return
            try:
                outcome = function(), None
            except BaseException as error:  # SystemExit too must not pass for silence
                outcome = None, error
            self._outcomes.put(outcome)
            del function, outcome  # what they hold must not live until the next call

    def call(self, function, seconds):
        """Return `(value, error)` of a call. Raises: queue.Empty, after `seconds`."""
        self._calls.put(function)
        return self._outcomes.get(timeout=seconds)

    def end(self):
        """Let the thread end, once its call has returned."""
        self._calls.put(None)


_idle = []
"""Workers without a call. Starting a thread for each of a thousand short calls costs more than they."""
_left = []
"""Threads whose call did not return in time."""


def left_running():
    """Whether a call that was given up is running still, in a thread of this process."""
    return any(thread.is_alive() for thread in _left)


def run_limited(function, seconds, doing, of=None):
    """Call `function()` and return its value, or raise what it raised.

    It runs in another thread, since a call that never ends can be left there
    and nowhere else: signals do not reach a thread that waits inside TensorFlow.

    of: whose call it is. What is `Elsewhere` has limits of its own, and must not be left in the
    middle of a conversation.

    Raises: StillRunning, with the line where it was, after `seconds`.
    """
    if is_elsewhere(of):
        return function()
    worker = _idle.pop() if _idle else _Worker()
    try:
        value, error = worker.call(function, seconds)
    except queue.Empty:
        line = _line_of(worker.thread)
        worker.end()
        _left.append(worker.thread)
        _stop(worker.thread)
        raise StillRunning(f"{doing} was still running after {seconds} s{line}") from None
    except BaseException:  # such as Ctrl-C, while it waited
        worker.end()
        _stop(worker.thread)
        raise
    _idle.append(worker)
    if error is not None:
        raise error
    return value


@contextlib.contextmanager
def interrupted_after(seconds, doing):
    """Raise StillRunning in the main thread, where the code below still runs after `seconds`.

    Cheaper than `run_limited`, but of no use to code that waits inside TensorFlow or other C code.
    It works where there are signals, in the main thread. Inside another one the inner one counts.
    """
    before = None if _interrupted else signal.signal(signal.SIGALRM, _interrupt)
    _interrupted.append(f"{doing} was still running after {seconds} s")
    signal.setitimer(signal.ITIMER_REAL, seconds, 0.5)  # again, if the code catches it and goes on
    try:
        yield
    except _Interrupt as interrupted:
        raise StillRunning(str(interrupted)) from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        _interrupted.pop()
        if not _interrupted:
            signal.signal(signal.SIGALRM, before)


_interrupted = []
"""What is said of each call under `interrupted_after` that does not end, the innermost last."""


def _interrupt(number, frame):
    raise _Interrupt(_interrupted[-1] + _line_in(frame))


def _line_of(thread):
    return _line_in(sys._current_frames().get(thread.ident))


def _line_in(frame):
    frames = []
    while frame is not None:
        frames.insert(0, (frame.f_code, frame.f_lineno))
        frame = frame.f_back
    _, number, line = _own_line(frames)
    return f", at line {number} of its cell: {line}" if line else ""


def _stop(thread):
    """Ask a thread to end by an exception, so that an endless loop stops taking time."""
    for _ in range(3):
        ctypes.pythonapi.PyThreadState_SetAsyncExc(
            ctypes.c_ulong(thread.ident), ctypes.py_object(SystemExit)
        )
        thread.join(0.5)
        if not thread.is_alive():
            return


def _is_array(thing):
    return hasattr(thing, "__array__") and hasattr(thing, "shape") and hasattr(thing, "dtype")


def _as_array(thing):
    if thing is None or type(thing) is np.ndarray:
        return thing
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return np.asarray(thing)
    except Exception:
        return None


_dtype_name = functools.lru_cache(100)(str)
"""NumPy puts the name of a dtype together anew each time."""


def _describe(served):
    if _is_array(served):
        return f"array {_dtype_name(np.asarray(served).dtype)} {tuple(served.shape)}"
    if isinstance(served, (tuple, list)) and len(served) <= 4:
        inside = ", ".join(_describe(item) for item in served)
        return f"{type(served).__name__} of ({inside})"
    if served is None:
        return "None"
    return f"{type(served).__name__}"


def _form(served):
    if served is None:
        return "none"
    if _is_array(served):
        return "array"
    if isinstance(served, (tuple, list)):
        if len(served) and all(item is None for item in served):
            return "none_pair"
        if len(served) == 3 and isinstance(served, tuple):
            return "triple"
        if len(served) != 2:
            return "other"
        if isinstance(served, list):
            return "list"
        if not all(_is_array(item) for item in served):
            return "not_arrays"
        data, labels = (tuple(item.shape) for item in served)
        if not data or not labels:
            return "no_axis"
        return "pair" if data[0] == labels[0] else "uneven_pair"
    return "other"


def serve(index, served, identity):
    """Read one served batch into a `Batch`, whatever came."""
    form = _form(served)
    parts = [None, None]
    if form == "array":
        parts[0] = _as_array(served)
    elif form in {"pair", "uneven_pair", "no_axis", "triple", "list", "not_arrays"}:
        parts = [_as_array(served[0]), _as_array(served[1])]
    data, labels = (part if part is not None and part.ndim else None for part in parts)
    most = 2 * identity.size + MORE_ROWS
    return Batch(
        index=index,
        form=form,
        received=_describe(served),
        samples=None if data is None else identity.numbers(data[:most]),
        labels=None if labels is None else _label_values(labels[:most]),
        shape=() if data is None else data.shape,
        label_shape=() if labels is None else labels.shape,
        dtype="" if data is None else _dtype_name(data.dtype),
        label_dtype="" if labels is None else _dtype_name(labels.dtype),
    )


def _label_values(labels):
    if labels.dtype == object:
        return tuple(_label_value(np.asarray(label)) for label in labels)
    if labels.size != len(labels):
        return (None,) * len(labels)
    return tuple(labels.reshape(-1).tolist())


def _label_value(label):
    value = label.reshape(-1).tolist()[0] if label.size == 1 else None
    return value if isinstance(value, (bool, int, float, complex, str, bytes)) else None


def ask(sequence, index, identity, keep=None):
    """Ask a Sequence for one batch, directly: `sequence[index]`.

    keep: a list that gets the served object itself, to look at it again later.
    """
    return ask_all(sequence, [index], identity, keep)[0]


def ask_all(sequence, indices, identity, keep=None):
    """Ask for batches one after the other, up to the first that never comes."""
    batches = []
    calls = sequence.several(indices) if is_elsewhere(sequence) else _calls(sequence, indices)
    for index, call in calls:
        try:
            served = call()
            if keep is not None:
                keep.append((index, served))
            batches.append(serve(index, served, identity))
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            batches.append(Batch(index=index, form="problem", problem=caught(error)))
        if never_ended(batches[-1].problem):
            break
    return batches


def _calls(sequence, indices):
    for index in indices:
        doing = f"__getitem__({index})"
        yield index, lambda: run_limited(lambda: sequence[index], CALL_SECONDS, doing)  # noqa: B023


def together(sequence, indices):
    """Ask a Sequence for two batches at once, from the two threads that `arrays.Meeting` knows.

    Returns: list of functions, each of which returns its batch or raises what was raised.
    """
    if is_elsewhere(sequence):
        return sequence.together(list(indices))
    outcomes = [None] * len(indices)

    def call(place, index):
        try:
            batch = sequence[index]
            outcomes[place] = lambda: batch
        except BaseException as error:
            outcomes[place] = functools.partial(_raise, error)

    threads = [
        threading.Thread(target=call, args=(place, index), name=name, daemon=True)
        for place, (name, index) in enumerate(zip(THREADS, indices))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(CALL_SECONDS)
    late = StillRunning(f"two calls at once were still running after {CALL_SECONDS} s")
    return [outcome or functools.partial(_raise, late) for outcome in outcomes]


def _raise(error):
    raise error


def never_ended(problem):
    """Whether a `Problem` is that a call did not return in time."""
    return problem is not None and problem.kind == "StillRunning"


def stuck(record):
    """Whether something in a `Record` never ended, so that more of it would not either."""
    problems = [b.problem for b in record.batches]
    return any(map(never_ended, [record.length_problem, *problems, record.fit_problem]))


def read_length(sequence):
    """Return `(length, received, problem)`: length is None where `len` gave no int >= 0."""
    try:
        method = getattr(type(sequence), "__len__", None)
        if method is None:
            raise TypeError(f"{type(sequence).__name__} has no __len__")
        received = run_limited(
            lambda: method(sequence), CALL_SECONDS, "__len__()", of=sequence
        )
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        return None, "", caught(error)
    try:
        number = operator.index(received)
    except TypeError:
        return None, f"{_short(received)} ({type(received).__name__})", None
    if isinstance(received, (bool, np.bool_)):
        return None, f"{_short(received)} ({type(received).__name__})", None
    return (number if number >= 0 else None), str(number), None


def _short(thing):
    text = repr(thing)
    return text if len(text) <= 60 else text[:60] + " …"


@contextlib.contextmanager
def _listening(sequence, asked, ends):
    """Note what is asked of a Sequence, by way of a subclass that it is given for a while."""
    kind = type(sequence)

    def __getitem__(self, index):
        asked.append(index)
        return kind.__getitem__(self, index)

    def on_epoch_end(self):
        ends.append(len(asked))
        return kind.on_epoch_end(self)

    methods = {"__getitem__": __getitem__, "on_epoch_end": on_epoch_end, "__slots__": ()}
    try:
        if getattr(sequence, "use_multiprocessing", False):
            raise TypeError("another process would have to import this subclass")
        sequence.__class__ = type(kind)(kind.__name__, (kind,), methods)
    except Exception:
        yield  # a class that cannot be listened to is still watched at the other end
        return
    try:
        yield
    finally:
        sequence.__class__ = kind


_recorders = []
"""Models for `watch_fit` that are free. Making one takes a tenth of the time of a `fit`."""


class _Notes:
    """What a model is to note: the batches of each epoch, their samples told by an `Identity`."""

    identity, epochs = None, ()


def _recorder():
    """Make a model whose training step notes what it is served; it has no weights to change.

    Returns `(model, callback, notes)`.
    """
    import keras

    notes = _Notes()

    class Recorder(keras.Model):
        def __init__(self):
            super().__init__()
            self.built = True

        def call(self, inputs):
            return inputs

        def train_step(self, served):
            epoch = notes.epochs[-1]
            epoch.append(serve(len(epoch), served, notes.identity))
            return {"loss": 0.0}

    class Epochs(keras.callbacks.Callback):
        def on_epoch_begin(self, epoch, logs=None):
            notes.epochs.append([])

    model = Recorder()
    model.compile(optimizer=None, run_eagerly=True, jit_compile=False)
    return model, Epochs(), notes


def watch_fit(sequence, record, data, epochs=2):
    """Run a Sequence through a real `model.fit` and write into `record` what it was served.

    data: the samples as they were given, to tell served rows by.
    """
    served, asked, ends = [], [], []
    recorder = model, callback, notes = _recorders.pop() if _recorders else _recorder()
    notes.identity, notes.epochs = Identity(data), served
    record.fit_ran = True

    def fit():
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            try:
                with _listening(sequence, asked, ends):
                    model.fit(
                        sequence, epochs=epochs, shuffle=False, verbose=0, callbacks=[callback]
                    )
            finally:
                record.super_called = not any("super().__init__" in str(w.message) for w in said)

    try:
        run_limited(fit, FIT_SECONDS, "model.fit")
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        record.fit_problem = caught(error)
    else:
        _recorders.append(recorder)  # one that failed may be at work still
    record.epochs = [list(epoch) for epoch in served]
    record.asked, record.epoch_ends = list(asked), len(ends)
    record.steps = sum(map(len, record.epochs))


@contextlib.contextmanager
def same_luck(of=None):
    """Seed the global random numbers, so that the same class is always seen the same way.

    of: the class or object that is looked at; they are seeded where it is.
    """
    python, numpy = random.getstate(), np.random.get_state()
    random.seed(0)
    np.random.seed(0)
    tensorflow = sys.modules.get("tensorflow")
    try:
        if is_elsewhere(of):
            of.try_luck("begin")
        elif tensorflow is not None:
            tensorflow.random.set_seed(0)
        yield
    finally:
        if is_elsewhere(of):
            of.try_luck("end")
        random.setstate(python)
        np.random.set_state(numpy)


def observe(sequence, data, labels, batch_size=32, epochs=2, fit=True):
    """Ask a Sequence for its batches, run it through `model.fit`, and record what came.

    sequence: an object made from `data` and `labels`. data: shape (n, ...), no two
    rows equal. labels: shape (n,). batch_size: the one it was made with.
    epochs: at least 2, since some mistakes show only after `on_epoch_end`.

    Returns: `Record`. It raises nothing that the Sequence raises: that is recorded.
    """
    started = time.perf_counter()
    identity = Identity(data)
    before = np.array(data), np.array(labels)
    record = Record(len(data), batch_size, own_labels=tuple(np.asarray(labels).tolist()))
    with same_luck(sequence):
        record.length, record.length_received, record.length_problem = read_length(sequence)
        count = record.asked_length if record.length is None else record.length
        indices = range(min(count, record.asked_length + 3, MOST_BATCHES))
        kept = []
        record.batches = ask_all(sequence, indices, identity, kept)
        if not stuck(record):
            record.again = ask_all(sequence, reversed(indices), identity)
        record.moved = _moved(sequence, kept, record.batches, identity)
        if fit and may_fit(record):
            watch_fit(sequence, record, before[0], epochs)
    record.changed = changes(before, (data, labels), sequence)
    record.seconds = time.perf_counter() - started
    return record


def _moved(sequence, kept, batches, identity):
    """Find the first batch that is not any more what it was when it was served."""
    for index, served in kept:
        if is_elsewhere(sequence):  # what came is a copy
            try:
                served = sequence.served_now(index)
            except Exception:
                continue
        if serve(index, served, identity) != batches[index]:
            return index
    return None


def may_fit(record):
    """Whether `fit` can be expected to end: None in a batch makes it wait for ever."""
    if stuck(record) or any(batch.form == "none" for batch in record.batches):
        return False
    return record.length is not None and record.length <= MOST_BATCHES


def changes(before, after, sequence=None):
    """Return which of the caller's arrays, "data" and "labels", are not as they were.

    sequence: the object that was made from them; one in another process has its own copies.
    """
    if is_elsewhere(sequence):
        try:
            after = sequence.arguments_now()
        except Exception:
            return ()
    return tuple(
        name
        for name, old, new in zip(("data", "labels"), before, after)
        if not np.array_equal(old, np.asarray(new))
    )
