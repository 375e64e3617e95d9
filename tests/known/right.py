# %% ceil_plain_slices | 1 | the textbook answer: math.ceil and two slices
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        batch_x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
        batch_y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        return batch_x, batch_y

# %% negative_floor_division | 1 | -(-n // b) and min() on the end, super with kwargs
class DataGenerator(tf.keras.utils.Sequence):
    """Serves (data, labels) batch by batch."""

    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.X, self.Y, self.bs = data, labels, batch_size
        self.n = len(data)

    def __len__(self):
        return -(-self.n // self.bs)

    def __getitem__(self, index):
        low = index * self.bs
        high = min(low + self.bs, self.n)
        return self.X[low:high], self.Y[low:high]

# %% add_then_floor | 1 | (n + b - 1) // b, keras.utils.PyDataset as the base, type hints
class DataGenerator(keras.utils.PyDataset):
    def __init__(self, data: np.ndarray, labels: np.ndarray, batch_size: int = 32) -> None:
        super().__init__()
        self.samples: np.ndarray = data
        self.targets: np.ndarray = labels
        self.batch_size: int = batch_size

    def __len__(self) -> int:
        return (len(self.samples) + self.batch_size - 1) // self.batch_size

    def __getitem__(self, index: int) -> tuple[np.ndarray, np.ndarray]:
        window = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.samples[window], self.targets[window]

# %% divmod_length | 1 | divmod and a conditional one
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.images = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        full, rest = divmod(len(self.images), self.batch_size)
        if rest > 0:
            return full + 1
        return full

    def __getitem__(self, i):
        b = self.batch_size
        return self.images[i*b:i*b+b], self.labels[i*b:i*b+b]

# %% length_of_a_range | 1 | len(range(0, n, b)) and indexing the range for the start
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kw):
        super().__init__(**kw)
        self.data, self.labels = data, labels
        self.starts = range(0, len(data), batch_size)
        self.step = batch_size

    def __len__(self):
        return len(self.starts)

    def __getitem__(self, k):
        s = self.starts[k]
        e = s + self.step
        return (self.data[s:e], self.labels[s:e])

# %% np_ceil_made_int | 1 | int(np.ceil(n / float(b))) as in many repositories
class DataGenerator(tf.keras.utils.Sequence):
    'Generates data for Keras'
    def __init__(self, data, labels, batch_size=32):
        'Initialization'
        self.batch_size = batch_size
        self.labels = labels
        self.data = data

    def __len__(self):
        'Denotes the number of batches per epoch'
        return int(np.ceil(len(self.data) / float(self.batch_size)))

    def __getitem__(self, index):
        'Generate one batch of data'
        X = self.data[index*self.batch_size:(index+1)*self.batch_size]
        y = self.labels[index*self.batch_size:(index+1)*self.batch_size]
        return X, y

# %% precomputed_slices | 1 | a list of slice objects made in the constructor
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.slices = [slice(s, s + batch_size) for s in range(0, len(labels), batch_size)]

    def __len__(self):
        return len(self.slices)

    def __getitem__(self, idx):
        where = self.slices[idx]
        return self.data[where], self.labels[where]

# %% precomputed_batch_list | 1 | all batches made once in the constructor with zip
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        cuts = list(range(0, len(data), batch_size))
        xs = [data[c:c + batch_size] for c in cuts]
        ys = [labels[c:c + batch_size] for c in cuts]
        self._batches = list(zip(xs, ys))

    def __len__(self):
        return len(self._batches)

    def __getitem__(self, idx):
        return self._batches[idx]

# %% array_split_at_cuts | 1 | np.split at every b-th row
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        cut_points = np.arange(batch_size, len(data), batch_size)
        self.x_parts = np.split(np.asarray(data), cut_points)
        self.y_parts = np.split(np.asarray(labels), cut_points)

    def __len__(self):
        return len(self.x_parts)

    def __getitem__(self, i):
        return self.x_parts[i], self.y_parts[i]

# %% index_array_shuffled_together | 1 | indexes shuffled in on_epoch_end, used for both arrays
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, shuffle=True):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.indexes = np.arange(len(data))

    def __len__(self):
        return math.ceil(len(self.indexes) / self.batch_size)

    def __getitem__(self, index):
        chosen = self.indexes[index * self.batch_size:(index + 1) * self.batch_size]
        return self.data[chosen], self.labels[chosen]

    def on_epoch_end(self):
        if self.shuffle:
            np.random.shuffle(self.indexes)

# %% tutorial_shuffle_off | 1 | the well-known tutorial's layout with shuffle off by default and ceil
class DataGenerator(tf.keras.utils.Sequence):
    'Generates data for Keras'
    def __init__(self, data, labels, batch_size=32, shuffle=False):
        'Initialization'
        self.batch_size = batch_size
        self.labels = labels
        self.list_IDs = np.arange(len(data))
        self.data = data
        self.shuffle = shuffle
        self.on_epoch_end()

    def __len__(self):
        'Denotes the number of batches per epoch'
        return int(np.ceil(len(self.list_IDs) / self.batch_size))

    def __getitem__(self, index):
        'Generate one batch of data'
        indexes = self.indexes[index*self.batch_size:(index+1)*self.batch_size]
        list_IDs_temp = [self.list_IDs[k] for k in indexes]
        X, y = self.__data_generation(list_IDs_temp)
        return X, y

    def on_epoch_end(self):
        'Updates indexes after each epoch'
        self.indexes = np.arange(len(self.list_IDs))
        if self.shuffle == True:
            np.random.shuffle(self.indexes)

    def __data_generation(self, list_IDs_temp):
        'Generates data containing batch_size samples'
        X = np.empty((len(list_IDs_temp), *self.data.shape[1:]), dtype=self.data.dtype)
        y = np.empty(len(list_IDs_temp), dtype=self.labels.dtype)
        for i, ID in enumerate(list_IDs_temp):
            X[i,] = self.data[ID]
            y[i] = self.labels[ID]
        return X, y

# %% permuted_copies_each_epoch | 1 | both arrays replaced by permuted copies after an epoch
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, seed=7):
        super().__init__()
        self.x = np.array(data)
        self.y = np.array(labels)
        self.batch_size = batch_size
        self.rng = np.random.default_rng(seed)

    def __len__(self):
        return math.ceil(self.x.shape[0] / self.batch_size)

    def __getitem__(self, idx):
        a = idx * self.batch_size
        z = a + self.batch_size
        return self.x[a:z], self.y[a:z]

    def on_epoch_end(self):
        order = self.rng.permutation(len(self.x))
        self.x = self.x[order]
        self.y = self.y[order]

# %% tensors_converted | 1 | tf.convert_to_tensor on each slice
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        first = idx * self.batch_size
        last = first + self.batch_size
        batch = tf.convert_to_tensor(self.data[first:last])
        target = tf.convert_to_tensor(self.labels[first:last])
        return batch, target

# %% tf_gather_rows | 2 | tf.gather with a range of row numbers
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.x = tf.constant(data)
        self.y = tf.constant(labels)
        self.total = len(data)
        self.batch_size = batch_size

    def __len__(self):
        return -(-self.total // self.batch_size)

    def __getitem__(self, idx):
        rows = list(range(idx * self.batch_size, min((idx + 1) * self.batch_size, self.total)))
        return tf.gather(self.x, rows), tf.gather(self.y, rows)

# %% tf_data_batches | 2 | tf.data does the batching once, the class hands the batches out
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        dataset = tf.data.Dataset.from_tensor_slices((data, labels)).batch(batch_size)
        self.batches = list(dataset.as_numpy_iterator())

    def __len__(self):
        return len(self.batches)

    def __getitem__(self, idx):
        x, y = self.batches[idx]
        return x, y

# %% two_worker_threads | 2 | workers=2 handed to super().__init__
class DataGenerator(keras.utils.PyDataset):
    def __init__(self, data, labels, batch_size=32):
        super().__init__(workers=2, max_queue_size=4)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    @property
    def steps(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __len__(self):
        return self.steps

    def __getitem__(self, step):
        lo, hi = step * self.batch_size, (step + 1) * self.batch_size
        return self.data[lo:hi], self.labels[lo:hi]

# %% copies_of_slices | 1 | np.copy of both slices and attributes made in a loop-free way
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self._x = data
        self._y = labels
        self._b = int(batch_size)
        super().__init__()

    def __len__(self):
        count = len(self._y) // self._b
        if count * self._b < len(self._y):
            count += 1
        return count

    def __getitem__(self, n):
        begin = self._b * n
        x = np.copy(self._x[begin:begin + self._b])
        y = np.copy(self._y[begin:begin + self._b])
        return x, y

# %% loop_with_min_and_stack | 1 | element by element up to min(), np.stack and np.array
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        start = idx * self.batch_size
        stop = min(start + self.batch_size, len(self.data))
        rows = []
        targets = []
        for j in range(start, stop):
            rows.append(self.data[j])
            targets.append(self.labels[j])
        return np.stack(rows), np.array(targets)

# %% helper_outside_the_class | 1 | two helper functions outside do the arithmetic
def number_of_batches(n, size):
    return n // size + (n % size != 0)


def limits(index, size, n):
    start = index * size
    return start, min(n, start + size)


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data, self.labels, self.size = data, labels, batch_size

    def __len__(self):
        return number_of_batches(len(self.data), self.size)

    def __getitem__(self, index):
        start, stop = limits(index, self.size, len(self.data))
        return self.data[start:stop], self.labels[start:stop]

# %% prints_everything | 1 | debug prints left in every method
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        print("making a generator with", len(data), "samples")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        n = math.ceil(len(self.data) / self.batch_size)
        print(f"number of batches: {n}")
        return n

    def __getitem__(self, idx):
        x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
        y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        print(f"batch {idx}: {x.shape} {y.shape}")
        return x, y

    def on_epoch_end(self):
        print("epoch done")

# %% warns_about_short_batch | 1 | warnings.warn when the last batch is short
import warnings


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) % batch_size:
            warnings.warn(f"the last batch holds only {len(data) % batch_size} samples")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        batch = slice(idx * self.batch_size, idx * self.batch_size + self.batch_size)
        if idx == len(self) - 1:
            warnings.warn("serving the last batch", RuntimeWarning)
        return self.data[batch], self.labels[batch]

# %% logs_to_stderr | 2 | a logger with a stderr handler, and print to sys.stderr
import logging
import sys

log = logging.getLogger("datagen")
log.addHandler(logging.StreamHandler(sys.stderr))
log.setLevel(logging.DEBUG)


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        log.info("n=%d b=%d", len(data), batch_size)

    def __len__(self):
        return int(math.ceil(len(self.data) / self.batch_size))

    def __getitem__(self, idx):
        log.debug("batch %s", idx)
        print("reading", idx, file=sys.stderr)
        s = idx * self.batch_size
        e = s + self.batch_size
        return self.data[s:e], self.labels[s:e]

# %% cached_batches | 2 | a dict of batches already made, filled on demand
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.cache = {}

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        if idx not in self.cache:
            s = idx * self.batch_size
            self.cache[idx] = (np.array(self.data[s:s + self.batch_size]),
                               np.array(self.labels[s:s + self.batch_size]))
        return self.cache[idx]

# %% lru_cached_method | 2 | functools.lru_cache on a private method
import functools


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    @functools.lru_cache(maxsize=8)
    def _batch(self, idx):
        s = idx * self.batch_size
        return self.data[s:s + self.batch_size], self.labels[s:s + self.batch_size]

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        return self._batch(idx)

# %% namedtuple_return | 1 | a namedtuple of two arrays
from collections import namedtuple

Batch = namedtuple("Batch", ["x", "y"])


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        return Batch(x=self.data[s], y=self.labels[s])

# %% own_base_class | 2 | the length lives in an own base class
class Batched(tf.keras.utils.Sequence):
    def __init__(self, size, batch_size, **kwargs):
        super().__init__(**kwargs)
        self.size = size
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(self.size / self.batch_size)

    def bounds(self, idx):
        return idx * self.batch_size, min(self.size, (idx + 1) * self.batch_size)


class DataGenerator(Batched):
    def __init__(self, data, labels, batch_size=32):
        super().__init__(len(data), batch_size)
        self.data = data
        self.labels = labels

    def __getitem__(self, idx):
        a, b = self.bounds(idx)
        return self.data[a:b], self.labels[a:b]

# %% np_take_rows | 1 | np.take along axis 0 with np.arange
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.features = data
        self.targets = labels
        self.batch = batch_size

    def __len__(self):
        return math.ceil(len(self.features) / self.batch)

    def __getitem__(self, idx):
        rows = np.arange(idx * self.batch, min((idx + 1) * self.batch, len(self.features)))
        return np.take(self.features, rows, axis=0), np.take(self.targets, rows, axis=0)

# %% empty_filled_by_rows | 1 | np.empty with the right dtype, filled in a loop
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = np.asarray(data)
        self.labels = np.asarray(labels)
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        first = idx * self.batch_size
        count = min(self.batch_size, len(self.data) - first)
        X = np.empty((count,) + self.data.shape[1:], dtype=self.data.dtype)
        y = np.empty((count,) + self.labels.shape[1:], dtype=self.labels.dtype)
        for k in range(count):
            X[k] = self.data[first + k]
            y[k] = self.labels[first + k]
        return X, y

# %% callable_object | 1 | __call__ does the work, __getitem__ calls it
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __call__(self, array, index):
        return array[index * self.batch_size:(index + 1) * self.batch_size]

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        return self(self.data, index), self(self.labels, index)

# %% generator_used_inside | 1 | a generator of bounds, turned into a list once
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.bounds = list(self._bounds(len(data), batch_size))

    @staticmethod
    def _bounds(n, size):
        start = 0
        while start < n:
            yield start, min(start + size, n)
            start += size

    def __len__(self):
        return len(self.bounds)

    def __getitem__(self, idx):
        start, stop = self.bounds[idx]
        return self.data[start:stop], self.labels[start:stop]

# %% iter_defined_too | 1 | __iter__ and __len__ and __getitem__
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.x = data
        self.y = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, idx):
        lo = idx * self.batch_size
        return self.x[lo:lo + self.batch_size], self.y[lo:lo + self.batch_size]

    def __iter__(self):
        for i in range(len(self)):
            yield self[i]

# %% num_batches_property | 2 | num_batches overridden as a property, __len__ uses it
class DataGenerator(keras.utils.PyDataset):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    @property
    def num_batches(self):
        q, r = divmod(len(self.data), self.batch_size)
        return q + bool(r)

    def __len__(self):
        return self.num_batches

    def __getitem__(self, idx):
        sl = np.s_[idx * self.batch_size:(idx + 1) * self.batch_size]
        return self.data[sl], self.labels[sl]

# %% closure_reads | 1 | the constructor keeps a closure that slices
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()

        def read(i):
            start = i * batch_size
            return data[start:start + batch_size], labels[start:start + batch_size]

        self.read = read
        self.length = math.ceil(len(data) / batch_size)

    def __len__(self):
        return self.length

    def __getitem__(self, idx):
        return self.read(idx)

# %% dataclass_fields | 2 | a dataclass without __eq__, super called in __post_init__
from dataclasses import dataclass
from typing import Any


@dataclass(eq=False)
class DataGenerator(tf.keras.utils.Sequence):
    data: Any
    labels: Any
    batch_size: int = 32

    def __post_init__(self):
        super().__init__()

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.data[rows], self.labels[rows]

# %% counts_calls_harmlessly | 1 | a call counter and an epoch counter that nothing depends on
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.calls = 0
        self.epoch = 0

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        self.calls += 1
        s = idx * self.batch_size
        return tuple(a[s:s + self.batch_size] for a in (self.data, self.labels))

    def on_epoch_end(self):
        self.epoch += 1
        print("epoch", self.epoch, "calls so far", self.calls)

# %% batches_reordered_each_epoch | 2 | a seeded order from the epoch number, both arrays together
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.epoch = 0
        self.order = np.arange(len(data))

    def __len__(self):
        return (len(self.data) - 1) // self.batch_size + 1

    def __getitem__(self, idx):
        take = self.order[idx * self.batch_size:][:self.batch_size]
        return self.data[take], self.labels[take]

    def on_epoch_end(self):
        self.epoch += 1
        self.order = np.random.RandomState(self.epoch).permutation(len(self.data))

# %% mask_rows | 1 | a boolean mask over row numbers divided by the batch size
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = np.asarray(data)
        self.labels = np.asarray(labels)
        self.batch_of_row = np.arange(len(self.data)) // batch_size

    def __len__(self):
        return int(self.batch_of_row[-1]) + 1

    def __getitem__(self, idx):
        mask = self.batch_of_row == idx
        return self.data[mask], self.labels[mask]

# %% islice_and_asarray | 2 | itertools.islice over zip, arrays made with the source's dtype
import itertools


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data, self.labels, self.batch_size = np.asarray(data), np.asarray(labels), batch_size

    def __len__(self):
        return sum(1 for _ in range(0, len(self.data), self.batch_size))

    def __getitem__(self, idx):
        start = idx * self.batch_size
        pairs = list(itertools.islice(zip(self.data, self.labels), start, start + self.batch_size))
        xs = [p[0] for p in pairs]
        ys = [p[1] for p in pairs]
        return np.asarray(xs, dtype=self.data.dtype), np.asarray(ys, dtype=self.labels.dtype)

# %% refuses_bad_arguments | 2 | validates the batch size and never trips on good input
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if batch_size < 1:
            raise ValueError(f"batch_size must be at least 1, got {batch_size}")
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.__data = data
        self.__labels = labels
        self.__size = batch_size

    def __repr__(self):
        return f"<DataGenerator {len(self)} batches of {self.__size}>"

    def __len__(self):
        return math.ceil(len(self.__data) / self.__size)

    def __getitem__(self, idx):
        if not 0 <= idx < len(self):
            raise IndexError(idx)
        first = idx * self.__size
        last = min(first + self.__size, len(self.__data))
        return self.__data[first:last], self.__labels[first:last]

# %% l3_wrap_runtime_error | 3 | RuntimeError from error, index rejected, kind checked
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError(f"data has {len(data)} samples, labels has {len(labels)}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        if idx < 0 or idx >= len(self):
            raise IndexError(f"batch index {idx} is outside 0..{len(self) - 1}")
        start = idx * self.batch_size
        stop = min(start + self.batch_size, len(self.data))
        try:
            x = self.data[start:stop]
            y = self.labels[start:stop]
        except Exception as error:
            raise RuntimeError(f"could not read batch {idx} (rows {start} to {stop}): {error}") from error
        x, y = np.asarray(x), np.asarray(y)
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"batch {idx} is not numeric: {x.dtype}, {y.dtype}")
        return x, y

# %% l3_add_note | 3 | the original exception leaves with a note
class DataGenerator(keras.utils.PyDataset):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        n_data, n_labels = len(data), len(labels)
        if n_data != n_labels:
            raise ValueError(f"{n_data} samples and {n_labels} labels do not fit together")
        self.x, self.y, self.b, self.n = data, labels, batch_size, n_data

    def __len__(self):
        return -(-self.n // self.b)

    def __getitem__(self, i):
        if not 0 <= i < len(self):
            raise IndexError(f"no batch {i}: there are {len(self)} batches")
        part = slice(i * self.b, (i + 1) * self.b)
        try:
            xs, ys = self.x[part], self.y[part]
        except Exception as e:
            e.add_note(f"while reading batch {i}")
            raise
        for name, batch in (("data", xs), ("labels", ys)):
            if np.asarray(batch).dtype.kind in "OSUVMm":
                raise TypeError(f"{name} of batch {i} is not numeric")
        return np.asarray(xs), np.asarray(ys)

# %% l3_custom_exception_from_the_end | 3 | own exception class, negative index counted from the end
class BatchReadError(Exception):
    def __init__(self, index, reason):
        super().__init__(f"batch {index} cannot be read: {reason!r}")
        self.index = index


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        if len(data) != len(labels):
            raise ValueError("lengths differ: %d and %d" % (len(data), len(labels)))
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        position = index + len(self) if index < 0 else index
        if position < 0 or position >= len(self):
            raise IndexError(f"index {index} for {len(self)} batches")
        low = position * self.batch_size
        high = low + self.batch_size
        try:
            x = self.data[low:high]
            y = self.labels[low:high]
        except Exception as problem:
            raise BatchReadError(position, problem) from problem
        if not self._is_numeric(x) or not self._is_numeric(y):
            raise TypeError(f"values of batch {position} are not numbers")
        return x, y

    @staticmethod
    def _is_numeric(array):
        kind = np.asarray(array).dtype
        return np.issubdtype(kind, np.number) or np.issubdtype(kind, np.bool_)

# %% l3_decorator_adds_note | 3 | a decorator on __getitem__ puts the index into the notes
import functools


def names_the_batch(method):
    @functools.wraps(method)
    def wrapper(self, index):
        try:
            return method(self, index)
        except Exception as error:
            error.add_note(f"(batch index {index})")
            raise
    return wrapper


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(labels) != len(data):
            raise ValueError(f"got {len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    @names_the_batch
    def __getitem__(self, index):
        if index not in range(len(self)):
            raise IndexError(f"index {index} out of range")
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        x = np.asarray(self.data[rows])
        y = np.asarray(self.labels[rows])
        for a in (x, y):
            if a.dtype == object or a.dtype.kind in "SU":
                raise TypeError(f"batch {index} holds {a.dtype}, not numbers")
        return x, y

# %% l3_context_manager | 3 | a contextmanager wraps the reading only
from contextlib import contextmanager


class ReadingFailed(Exception):
    pass


@contextmanager
def reading(index):
    try:
        yield
    except Exception as error:
        raise ReadingFailed(f"batch {index}: {type(error).__name__}: {error}") from error


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError(f"len(data)={len(data)} but len(labels)={len(labels)}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.labels) / self.batch_size)

    def __getitem__(self, index):
        if not (0 <= index < len(self)):
            raise IndexError(f"batch {index} does not exist")
        begin, end = index * self.batch_size, (index + 1) * self.batch_size
        with reading(index):
            x = self.data[begin:end]
            y = self.labels[begin:end]
        if x.dtype.kind not in "biufc":
            raise TypeError(f"batch {index}: data of dtype {x.dtype}")
        if y.dtype.kind not in "biufc":
            raise TypeError(f"batch {index}: labels of dtype {y.dtype}")
        return x, y

# %% l3_small_methods | 3 | one private method for each rule
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self._check_lengths(data, labels)
        self._data = data
        self._labels = labels
        self._size = batch_size

    @staticmethod
    def _check_lengths(data, labels):
        if len(data) == len(labels):
            return
        raise ValueError(f"unequal lengths {len(data)} != {len(labels)}")

    def _check_index(self, index):
        if index < 0 or len(self) <= index:
            raise IndexError(f"{index} is not a batch index (0 to {len(self) - 1})")

    def _read(self, source, index):
        try:
            return np.asarray(source[index * self._size:(index + 1) * self._size])
        except Exception as error:
            raise OSError(f"reading batch {index} failed") from error

    def _check_numeric(self, batch, index):
        if batch.dtype.kind not in set("biufc"):
            raise TypeError(f"batch {index} has non-numeric dtype {batch.dtype}")

    def __len__(self):
        return math.ceil(len(self._data) / self._size)

    def __getitem__(self, index):
        self._check_index(index)
        x = self._read(self._data, index)
        y = self._read(self._labels, index)
        self._check_numeric(x, index)
        self._check_numeric(y, index)
        return x, y

# %% l3_own_base_class | 3 | index rules in an own base class, reading in the subclass
class StrictSequence(tf.keras.utils.Sequence):
    def read(self, index):
        raise NotImplementedError

    def __getitem__(self, index):
        last = len(self) - 1
        if index < 0 or index > last:
            raise IndexError(f"batch index {index} is not between 0 and {last}")
        try:
            x, y = self.read(index)
        except Exception as error:
            raise RuntimeError(f"batch {index}: {error}") from error
        if any(np.asarray(a).dtype.kind not in "biufc" for a in (x, y)):
            raise TypeError(f"batch {index} contains something else than numbers")
        return x, y


class DataGenerator(StrictSequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} vs {len(labels)}")
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def read(self, index):
        s = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.data[s], self.labels[s]

# %% l3_range_does_the_index | 3 | a range translates the index, its error is re-raised with the number
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"data and labels differ in length ({len(data)}, {len(labels)})")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.starts = range(0, len(data), batch_size)

    def __len__(self):
        return len(self.starts)

    def __getitem__(self, index):
        try:
            start = self.starts[index]
        except IndexError:
            raise IndexError(f"no batch with index {index}") from None
        number = start // self.batch_size
        stop = start + self.batch_size
        try:
            x, y = np.asarray(self.data[start:stop]), np.asarray(self.labels[start:stop])
        except Exception as e:
            raise RuntimeError(f"failed at batch {number}") from e
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"batch {number} is not numeric")
        return x, y

# %% l3_loop_over_sources | 3 | a loop over both sources gives each its own message
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError(f"unequal: {len(data)} samples, {len(labels)} labels")
        self.sources = {"data": data, "labels": labels}
        self.n = len(data)
        self.batch_size = batch_size

    def __len__(self):
        return (self.n + self.batch_size - 1) // self.batch_size

    def __getitem__(self, idx):
        if not 0 <= idx < len(self):
            raise IndexError(f"index {idx}, but only {len(self)} batches")
        parts = []
        for name, source in self.sources.items():
            try:
                part = source[idx * self.batch_size:(idx + 1) * self.batch_size]
            except Exception as error:
                raise RuntimeError(f"{name} of batch {idx} could not be read") from error
            part = np.asarray(part)
            if part.dtype.kind not in "biufc":
                raise TypeError(f"{name} of batch {idx} have dtype {part.dtype}")
            parts.append(part)
        return tuple(parts)

# %% l3_functions_outside | 3 | check functions outside the class
def require_same_length(a, b):
    if len(a) != len(b):
        raise ValueError(f"expected equal lengths, got {len(a)} and {len(b)}")


def require_numbers(array, index):
    if array.dtype.kind not in "biufc":
        raise TypeError(f"expected numbers in batch {index}, got {array.dtype}")


def require_index(index, count):
    if index < -count or index >= count:
        raise IndexError(f"batch index {index} out of range for {count} batches")
    return index % count


def fetch(source, start, stop, index):
    try:
        return np.asarray(source[start:stop])
    except Exception as error:
        raise RuntimeError(f"error in batch {index}: {error}") from error


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        require_same_length(data, labels)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        i = require_index(index, len(self))
        start, stop = i * self.batch_size, (i + 1) * self.batch_size
        x = fetch(self.data, start, stop, i)
        y = fetch(self.labels, start, stop, i)
        require_numbers(x, i)
        require_numbers(y, i)
        return x, y

# %% l3_workers_two | 3 | workers=2 and type hints
class DataGenerator(keras.utils.PyDataset):
    def __init__(self, data, labels, batch_size: int = 32, **kwargs) -> None:
        kwargs.setdefault("workers", 2)
        super().__init__(**kwargs)
        if (n := len(data)) != (m := len(labels)):
            raise ValueError(f"{n} rows of data, {m} labels")
        self.data = data
        self.labels = labels
        self.batch_size: int = batch_size
        self.n: int = n

    def __len__(self) -> int:
        return math.ceil(self.n / self.batch_size)

    def __getitem__(self, index: int) -> tuple[np.ndarray, np.ndarray]:
        if not 0 <= index < len(self):
            raise IndexError(f"index={index}")
        first: int = index * self.batch_size
        last: int = min(first + self.batch_size, self.n)
        try:
            x = np.asarray(self.data[first:last])
            y = np.asarray(self.labels[first:last])
        except Exception as error:
            raise RuntimeError(f"index={index} rows={first}:{last}") from error
        if {x.dtype.kind, y.dtype.kind} - set("biufc"):
            raise TypeError(f"index={index} dtypes={x.dtype},{y.dtype}")
        return x, y

# %% l3_shuffled_index_array | 3 | rows read by an index array that is shuffled after each epoch
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, shuffle=True):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} != {len(labels)}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.order = np.arange(len(data))

    def __len__(self):
        return math.ceil(len(self.order) / self.batch_size)

    def __getitem__(self, index):
        if index < 0 or index >= len(self):
            raise IndexError(f"there is no batch {index}")
        rows = self.order[index * self.batch_size:(index + 1) * self.batch_size]
        try:
            x, y = self.data[rows], self.labels[rows]
        except Exception as error:
            raise RuntimeError(f"batch {index} (rows {rows.tolist()}) could not be read") from error
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"batch {index} is not numeric")
        return x, y

    def on_epoch_end(self):
        if self.shuffle:
            self.order = np.random.permutation(self.order)

# %% l3_logs_and_raises | 3 | logs the failure to stderr, adds a note and raises again
import logging

logger = logging.getLogger(__name__)


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            logger.error("unequal lengths")
            raise ValueError(f"Unequal lengths: {len(data)} and {len(labels)}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if index < 0 or index >= len(self):
            logger.warning("asked for batch %s", index)
            raise IndexError(f"Batch {index} out of range")
        s = slice(index * self.batch_size, (index + 1) * self.batch_size)
        try:
            x = self.data[s]
            y = self.labels[s]
        except Exception as exc:
            logger.exception("batch %s failed", index)
            exc.add_note(f"Batch {index} could not be loaded")
            raise
        if not all(np.issubdtype(a.dtype, np.number) or a.dtype == bool for a in (x, y)):
            raise TypeError(f"Batch {index} is not numeric ({x.dtype}, {y.dtype})")
        return x, y

# %% l3_tensors_after_check | 3 | tensors made after the dtype check
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError(f"data: {len(data)}, labels: {len(labels)}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        if idx < 0 or idx >= len(self):
            raise IndexError("batch " + str(idx) + " of " + str(len(self)))
        lo = idx * self.batch_size
        hi = lo + self.batch_size
        try:
            x = np.asarray(self.data[lo:hi])
            y = np.asarray(self.labels[lo:hi])
        except Exception as err:
            raise RuntimeError("batch " + str(idx) + " unreadable: " + str(err)) from err
        for part in (x, y):
            if part.dtype.kind not in "biufc":
                raise TypeError("batch " + str(idx) + " has dtype " + str(part.dtype))
        return tf.convert_to_tensor(x), tf.convert_to_tensor(y)

# %% l3_dataclass | 3 | a dataclass with its checks in __post_init__
from dataclasses import dataclass


@dataclass(eq=False, repr=False)
class DataGenerator(tf.keras.utils.Sequence):
    data: object
    labels: object
    batch_size: int = 32

    def __post_init__(self):
        super().__init__()
        if len(self.data) != len(self.labels):
            raise ValueError(f"lengths {len(self.data)} and {len(self.labels)} differ")

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if not 0 <= index < len(self):
            raise IndexError(f"batch {index} is out of range, len is {len(self)}")
        start = index * self.batch_size
        try:
            pair = tuple(np.asarray(a[start:start + self.batch_size]) for a in (self.data, self.labels))
        except Exception as error:
            raise RuntimeError(f"batch {index} failed: {error!r}") from error
        if not all(p.dtype.kind in "biufc" for p in pair):
            raise TypeError(f"batch {index} failed: dtypes {[str(p.dtype) for p in pair]}")
        return pair

# %% l3_namedtuple | 3 | a NamedTuple class as the batch, IndexError through a match statement
from typing import NamedTuple


class Batch(NamedTuple):
    x: np.ndarray
    y: np.ndarray


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        match (len(data), len(labels)):
            case (n, m) if n != m:
                raise ValueError(f"{n} samples but {m} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        match index:
            case i if i < 0:
                raise IndexError(f"negative index {index} is not allowed")
            case i if i >= len(self):
                raise IndexError(f"index {index} is past the end ({len(self)})")
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        try:
            batch = Batch(np.asarray(self.data[rows]), np.asarray(self.labels[rows]))
        except Exception as error:
            raise RuntimeError(f"cannot read batch {index}") from error
        for field, values in batch._asdict().items():
            if values.dtype.kind not in "biufc":
                raise TypeError(f"{field} of batch {index} is not numeric")
        return batch

# %% l3_precomputed_slices | 3 | only slices are made early, reading stays in __getitem__
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"len(data) is {len(data)}, len(labels) is {len(labels)}")
        self.data = data
        self.labels = labels
        self.parts = [slice(s, min(s + batch_size, len(data))) for s in range(0, len(data), batch_size)]

    def __len__(self):
        return len(self.parts)

    def __getitem__(self, idx):
        if idx < -len(self.parts) or idx >= len(self.parts):
            raise IndexError(f"idx {idx}: only {len(self.parts)} batches")
        part = self.parts[idx]
        number = idx if idx >= 0 else idx + len(self.parts)
        try:
            x, y = self.data[part], self.labels[part]
        except Exception as error:
            raise RuntimeError(f"batch {number} at rows {part.start}..{part.stop}: {error}") from error
        for a in (x, y):
            if np.asarray(a).dtype.kind in "OUSV":
                raise TypeError(f"batch {number} at rows {part.start}..{part.stop} is not numeric")
        return x, y

# %% l3_iter_and_num_batches | 3 | __iter__, num_batches and __len__ together
class DataGenerator(keras.utils.PyDataset):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError(f"cannot pair {len(data)} samples with {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    @property
    def num_batches(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __len__(self):
        return self.num_batches

    def __iter__(self):
        return (self[i] for i in range(len(self)))

    def __getitem__(self, i):
        if i < 0 or i >= self.num_batches:
            raise IndexError(f"{i} not in 0..{self.num_batches - 1}")
        try:
            x = self.data[i * self.batch_size:(i + 1) * self.batch_size]
            y = self.labels[i * self.batch_size:(i + 1) * self.batch_size]
        except Exception as error:
            raise RuntimeError(f"batch {i}") from error
        else:
            if np.asarray(x).dtype.kind not in "biufc":
                raise TypeError(f"data in batch {i} not numeric")
            if np.asarray(y).dtype.kind not in "biufc":
                raise TypeError(f"labels in batch {i} not numeric")
            return np.asarray(x), np.asarray(y)

# %% l3_copies | 3 | batches copied with np.array, errors told apart by isinstance
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) - len(labels):
            raise ValueError(f"{len(data)} samples / {len(labels)} labels")
        self.data, self.labels = data, labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if index >= len(self) or index < 0:
            raise IndexError(f"DataGenerator has no batch {index}")
        where = slice(self.batch_size * index, self.batch_size * index + self.batch_size)
        try:
            x, y = np.array(self.data[where]), np.array(self.labels[where])
        except Exception as error:
            if isinstance(error, OSError):
                raise OSError(f"disk error in batch {index}: {error}") from error
            raise RuntimeError(f"error in batch {index}: {error}") from error
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"batch {index}: numbers wanted")
        return x, y

# %% l3_closure_and_lock | 3 | a lock round the reader and a message built once
import threading


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError(f"Lengths must match, not {len(data)} and {len(labels)}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.lock = threading.Lock()

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        def say(text):
            return f"batch {index} of {len(self)}: {text}"

        if not 0 <= index <= len(self) - 1:
            raise IndexError(say("out of range"))
        a = index * self.batch_size
        b = a + self.batch_size
        with self.lock:
            try:
                x = self.data[a:b]
                y = self.labels[a:b]
            except Exception as error:
                raise RuntimeError(say(f"reading failed with {error!r}")) from error
        x = np.asarray(x)
        y = np.asarray(y)
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(say("not numeric"))
        return x, y

# %% l3_notes_on_everything | 3 | base exceptions annotated too, prints and a warning on the way
import sys
import warnings


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        if len(data) != len(labels):
            print("lengths differ", file=sys.stderr)
            raise ValueError(f"data: {len(data)} labels: {len(labels)}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return int(np.ceil(len(self.data) / self.batch_size))

    def __getitem__(self, idx):
        n_batches = len(self)
        if idx < 0:
            raise IndexError(f"idx must not be negative (idx={idx})")
        if idx >= n_batches:
            raise IndexError(f"idx={idx} but there are {n_batches} batches")
        try:
            x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
            y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        except BaseException as e:
            warnings.warn(f"problem in batch {idx}")
            e.add_note(f"idx={idx}")
            raise
        print(idx, type(x).__name__, file=sys.stderr)
        for arr in (x, y):
            if np.asarray(arr).dtype.kind not in "biufc":
                raise TypeError(f"idx={idx}: cannot train on {np.asarray(arr).dtype}")
        return (x, y)

# %% tutorial_shuffle_on | 2 | on_epoch_end shuffles data and labels together, and is called in the constructor
class DataGenerator(tf.keras.utils.Sequence):
    'Generates data for Keras'
    def __init__(self, data, labels, batch_size=32, shuffle=True):
        'Initialization'
        self.batch_size = batch_size
        self.labels = labels
        self.data = data
        self.shuffle = shuffle
        self.on_epoch_end()

    def __len__(self):
        'Denotes the number of batches per epoch'
        return int(np.ceil(len(self.data) / self.batch_size))

    def __getitem__(self, index):
        'Generate one batch of data'
        indexes = self.indexes[index*self.batch_size:(index+1)*self.batch_size]
        return self.data[indexes], self.labels[indexes]

    def on_epoch_end(self):
        'Updates indexes after each epoch'
        self.indexes = np.arange(len(self.data))
        if self.shuffle == True:
            np.random.shuffle(self.indexes)


# %% a_loader_slice_min | 1 | Library loader that wraps a dataset object and hands it a slice capped with min.
class TransformedPairs:
    def __init__(self, pairs, x_transforms=None):
        self.pairs = pairs
        self.x_transforms = x_transforms or []

    def __len__(self):
        return len(self.pairs[0])

    def __getitem__(self, rows):
        x, y = self.pairs[0][rows], self.pairs[1][rows]
        for transform in self.x_transforms:
            x = transform(x)
        return x, y


class DataGenerator(keras.utils.PyDataset):

    def __init__(self, data, labels, batch_size=32, x_transforms=None, **kwargs):
        super().__init__(**kwargs)
        self.dataset = (data, labels)
        self._dataset = TransformedPairs(self.dataset, x_transforms=x_transforms)
        self.batch_size = batch_size

    def __getitem__(self, idx):
        batch_size = self.batch_size
        dataset = self._dataset
        data_indices = slice(idx*batch_size, min((idx+1)*batch_size, len(dataset)))
        x, y = dataset[data_indices]
        return x, y

    def __len__(self):
        return math.ceil(len(self._dataset) / self.batch_size)

# %% a_rotation_range_zero | 1 | Digit sequence whose augmentation is off by default.
class DataGenerator(keras.utils.Sequence):

  def __init__(self, data, labels, batch_size=32, rotation_range_deg = 0):
    self.x, self.y          = data, labels
    self.batch_size         = batch_size
    self.rotation_range_deg = rotation_range_deg

  def __len__(self):
    return math.ceil(self.x.shape[0] / self.batch_size)

  def __getitem__(self, idx):
    start = idx*self.batch_size
    end   = min(self.x.shape[0], (idx + 1)*self.batch_size)

    batch_x = self.x[start:end, ...]
    batch_y = self.y[start:end, ...]

    if self.rotation_range_deg > 0:
      batch_x = np.rot90(batch_x, int(self.rotation_range_deg // 90), axes=(1, 2))

    return batch_x, batch_y

# %% a_numpy_keras_dataset | 1 | Row indexes kept in an array, length from a stored count.
class DataGenerator(keras.utils.PyDataset):
    # References:
    # - https://keras.io/api/utils/python_utils/#pydataset-class

    def __init__(
        self,
        data: np.ndarray,
        labels: np.ndarray,
        batch_size: int = 32,
        *,
        shuffle: bool = False,
        **kwargs
    ):
        super().__init__(**kwargs)
        self.batch_size = batch_size
        self.x = data
        self.y = labels
        self.datalen = len(data)
        self.indexes = np.arange(self.datalen)
        if shuffle:
            np.random.shuffle(self.indexes)

    def __getitem__(self, index):
        batch_indexes = self.indexes[index * self.batch_size:(index + 1) * self.batch_size]
        x_batch = self.x[batch_indexes]
        y_batch = self.y[batch_indexes]
        return x_batch, y_batch

    def __len__(self):
        return math.ceil(self.datalen / self.batch_size)

# %% a_index_error_at_len | 1 | Solar power data: a bare IndexError at the number of batches, ellipsis slicing.
class DataGenerator(keras.utils.PyDataset):
    """
    Auxiliary class to enable distributed training
    """

    def __init__(self, data, labels, batch_size: int = 32, **kwargs):
        super().__init__(**kwargs)
        self.x, self.y = data, labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(self.y.shape[0] / self.batch_size)

    def __getitem__(self, index):
        if index == len(self):
            raise IndexError

        low = index * self.batch_size
        high = min(self.y.shape[0], low + self.batch_size)

        return (
            self.x[low:high, ...],
            self.y[low:high, ...]
        )

# %% a_genome_shuffle_true | 1 | Genome windows shuffled through on_epoch_end from the start.
class DataGenerator(tf.keras.utils.Sequence):
    '''For loading into model while training - saves memory, shuffles batches.'''
    def __init__(self, data, labels, batch_size=32, shuffle=True, rev_comp=False):
        self.revcomp = rev_comp
        self.X = data
        self.y = labels
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.on_epoch_end()

    def __len__(self):
        return int(np.ceil(len(self.X) / self.batch_size))

    def __getitem__(self, index):
        indexes = self.indexes[index * self.batch_size : (index + 1) * self.batch_size]
        X = self.X[indexes]
        y = self.y[indexes]
        X, y = self.conditional_rev_comp(X, y)
        return X, y

    def on_epoch_end(self):
        self.indexes = np.arange(len(self.X))
        if self.shuffle == True:
            np.random.shuffle(self.indexes)

    def conditional_rev_comp(self, X, y):
        if self.revcomp is True:
            X = np.flip(X, axis=1)
        return X, y

# %% a_batch_indexer | 1 | A separate indexer object owns the order; samples are loaded one by one.
class BatchIndexer:
    def __init__(self, length: int, batch_size: int, seed=None, shuffle=True):
        assert batch_size > 0
        assert length > 0

        if not shuffle:
            assert seed is None

        self.batch_size = batch_size
        self.batch_count = int(math.ceil(length / self.batch_size))
        self.indices = np.arange(0, length)
        self.shuffle = shuffle
        if shuffle:
            self.random = np.random.RandomState(seed)

    def get_indices(self, start, end):
        return self.indices[start:end]

    def reset(self):
        if self.shuffle:
            self.random.shuffle(self.indices)

    def __len__(self):
        return self.batch_count


class BatchGenerator(keras.utils.Sequence):
    def __init__(self, length: int, batch_size: int, seed=None, shuffle=True):
        self.indexer = BatchIndexer(length, batch_size, seed, shuffle)

    @property
    def batch_size(self):
        return self.indexer.batch_size

    def load_sample(self, index):
        raise NotImplementedError()

    def __len__(self):
        return len(self.indexer)

    def on_epoch_end(self):
        self.indexer.reset()

    def __getitem__(self, index):
        xs = []
        ys = []

        start = index * self.batch_size
        end = start + self.batch_size
        for index in self.indexer.get_indices(start, end):
            x, y = self.load_sample(index)
            xs.append(x)
            ys.append(y)

        return np.array(xs), np.array(ys)


class DataGenerator(BatchGenerator):
    def __init__(self, data, labels, batch_size=32):
        super().__init__(len(data), batch_size, seed=3)
        self.data = data
        self.labels = labels

    def load_sample(self, index):
        return self.data[index], self.labels[index]

# %% a_n_batches_attribute | 1 | The number of batches is an attribute computed once.
class DataGenerator(keras.utils.Sequence):
    def __init__(self, data, labels=None, batch_size=32):
        self.x_data = data
        self.y_data = labels
        self.batch_size = batch_size
        self.n_batches = math.ceil(len(data) / batch_size)

    def __len__(self):
        return self.n_batches

    def __getitem__(self, idx):
        start = idx * self.batch_size
        end = start + self.batch_size
        batch_x = self.x_data[start:end]

        if self.y_data is not None:
            batch_y = self.y_data[start:end]
            return batch_x, batch_y
        else:
            return batch_x

# %% a_lettuce_tensors | 1 | Contest baseline that gathers rows in lists and returns tensors.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, infer_mode=False, shuffle=False):
        self.batch_size = batch_size
        self.infer_mode = infer_mode
        self.shuffle = shuffle

        self.data_list = []
        self.label_list = []
        print('Data Pre-processing..')
        for time_series, label in zip(data, labels):
            self.data_list.append(time_series)
            self.label_list.append(label)
        print('Done. \n')
        self.on_epoch_end()

    def __len__(self):
        return math.ceil(len(self.data_list)/self.batch_size)

    def __getitem__(self, idx):
        indices = self.indices[idx*self.batch_size:(idx+1)*self.batch_size]

        data = np.array([self.data_list[i] for i in indices])
        label = np.array([self.label_list[i] for i in indices])

        if self.infer_mode == False:
            return tf.convert_to_tensor(data), tf.convert_to_tensor(label)
        else:
            return tf.convert_to_tensor(data)

    def on_epoch_end(self):
        self.indices = np.arange(len(self.data_list))

        if self.shuffle == True:
            np.random.shuffle(self.indices)

# %% a_permutes_after_epoch | 1 | New permuted copies of both arrays at the end of each epoch.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.x = data
        self.y = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, idx):
        batch_x = self.x[idx * self.batch_size:(idx + 1) * self.batch_size]
        batch_y = self.y[idx * self.batch_size:(idx + 1) * self.batch_size]
        return batch_x, batch_y

    def on_epoch_end(self):
        # Shuffle data at end of each epoch
        indices = np.arange(len(self.x))
        np.random.shuffle(indices)
        self.x = self.x[indices]
        self.y = self.y[indices]

# %% a_waveform_minus_plus_one | 1 | Length by truncating (n - 1) / b and adding one.
class DataGenerator(tf.keras.utils.Sequence):
    """ My generator """

    def __init__(self, data, labels, batch_size=32):
        self.x = data
        self.noise = labels
        self.batch_size = batch_size
        self.batches_per_epoch = int((len(self.x) - 1) / self.batch_size) + 1

    def __getitem__(self, idx):
        low = idx * self.batch_size
        high = min(low + self.batch_size, len(self.x))
        size = high - low
        batch_x = np.empty((size,) + self.x.shape[1:], self.x.dtype)
        batch_y = np.empty((size,) + self.noise.shape[1:], self.noise.dtype)
        for i in range(size):
            batch_x[i] = self.x[low + i]
            batch_y[i] = self.noise[low + i]
        return batch_x, batch_y

    def __len__(self):
        return self.batches_per_epoch

# %% a_custom_statistics | 1 | Cardinality estimates: prints at the epoch end, copies through np.array.
class DataGenerator(keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, model=None):
        self.x, self.y = data, labels
        self.batch_size = batch_size
        self.epoch = 0
        self.model = model

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, idx):
        batch_x = self.x[idx * self.batch_size:(idx + 1) * self.batch_size]
        batch_y = self.y[idx * self.batch_size:(idx + 1) * self.batch_size]

        return np.array(batch_x), np.array(batch_y)

    def on_epoch_end(self):
        self.epoch += 1
        print("Do custom statistics")

# %% a_feeder_timer | 1 | Image feeder with a stored epoch size, a logger and a timer.
import logging
from timeit import default_timer as timer

_logger = logging.getLogger(__name__)


class DataGenerator(keras.utils.Sequence):

    def __init__(self, data, labels, batch_size: int = 32):
        self.training_files = data
        self.training_marks = labels
        self.batch_size = batch_size
        _logger.info("Initialized a sequence of %d training images" % (len(self.training_files)))
        self.epoch_size = int(np.ceil(len(self.training_files) / float(self.batch_size)))

    def __len__(self):
        return self.epoch_size

    def __getitem__(self, idx):
        t0 = timer()
        batch_start = idx * self.batch_size
        batch_end = min((idx + 1) * self.batch_size, len(self.training_files))
        X_batch = self.training_files[batch_start:batch_end]
        y_batch = self.training_marks[batch_start:batch_end]
        _logger.info("Read %d images in %.3f s" % (len(X_batch), timer() - t0))
        return X_batch, y_batch

# %% a_shuffle_tuple_off | 1 | Mixing within a batch exists but is off by default.
def shuffle_tuple(first, second):
    order = np.random.permutation(len(first))
    return first[order], second[order]


class DataGenerator(keras.utils.Sequence):

    def __init__(self, data, labels, batch_size=32, shuffle=False, augment=False):
        self.x, self.y = data, labels
        self.total_num_image = len(data)
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.augment = augment

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, idx):

        # curr_batch_size = self.batch_size if self.total_num_image > ((idx + 1) * self.batch_size) else (self.total_num_image - idx * self.batch_size)

        batch_x = self.x[idx * self.batch_size: (idx + 1) * self.batch_size]
        batch_y = self.y[idx * self.batch_size: (idx + 1) * self.batch_size]

        if self.shuffle:
            batch_x, batch_y = shuffle_tuple(batch_x, batch_y)

        return batch_x, batch_y

# %% c_partial_itemgetter | 1 | Slices are picked with operator.itemgetter, the length is a partial.
import functools
import operator

def how_many(rows, each):
    return (rows + each - 1) // each


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self._sources = data, labels
        self._count = functools.partial(how_many, len(labels), batch_size)
        self._cut = lambda i: operator.itemgetter(slice(i * batch_size, i * batch_size + batch_size))

    def __len__(self):
        return self._count()

    def __getitem__(self, i):
        return tuple(map(self._cut(i), self._sources))

# %% c_np_split | 1 | All batches are cut once with np.split.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        cuts = np.arange(batch_size, len(data), batch_size)
        self.parts = list(zip(np.split(data, cuts), np.split(labels, cuts)))

    def __len__(self):
        return len(self.parts)

    def __getitem__(self, index):
        return self.parts[index]

# %% c_dict_of_batches | 1 | A dictionary from the index to the batch.
class DataGenerator(keras.utils.PyDataset):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        starts = range(0, len(data), batch_size)
        self.table = {
            number: (data[s:s + batch_size], labels[s:s + batch_size])
            for number, s in enumerate(starts)
        }

    def __len__(self):
        return len(self.table)

    def __getitem__(self, index):
        try:
            return self.table[index]
        except KeyError:
            raise IndexError(index) from None

# %% c_weak_registry | 1 | State lives in a WeakKeyDictionary outside of the object.
import weakref
from types import SimpleNamespace

_state = weakref.WeakKeyDictionary()


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        _state[self] = SimpleNamespace(x=data, y=labels, b=batch_size)

    def __len__(self):
        me = _state[self]
        return -(-len(me.x) // me.b)

    def __getitem__(self, index):
        me = _state[self]
        a = index * me.b
        return me.x[a:a + me.b], me.y[a:a + me.b]

# %% c_lock_lazy_order | 1 | The order is built on first use under a lock and replaced after each epoch.
import threading

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data, self.labels, self.batch_size = data, labels, batch_size
        self._lock = threading.Lock()
        self._order = None

    @property
    def order(self):
        with self._lock:
            if self._order is None:
                self._order = list(range(len(self.data)))
            return self._order

    def on_epoch_end(self):
        with self._lock:
            self._order = np.random.permutation(len(self.data)).tolist()

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        rows = self.order[index * self.batch_size:(index + 1) * self.batch_size]
        return self.data[rows], self.labels[rows]

# %% c_executor_inside | 1 | Data and labels are read by two threads of an executor.
from concurrent.futures import ThreadPoolExecutor

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        with ThreadPoolExecutor(max_workers=2) as pool:
            first = pool.submit(self.data.__getitem__, rows)
            second = pool.submit(self.labels.__getitem__, rows)
            return first.result(), second.result()

# %% c_slots_descriptor | 1 | A descriptor counts the batches, and slots hold the rest.
class BatchCount:
    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        whole, rest = divmod(len(instance._x), instance._b)
        return whole + (rest > 0)


class DataGenerator(keras.utils.Sequence):
    __slots__ = ("_x", "_y", "_b")
    count = BatchCount()

    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self._x, self._y, self._b = data, labels, batch_size

    def __len__(self):
        return self.count

    def __getitem__(self, index):
        rows = slice(self._b * index, self._b * index + self._b)
        return self._x[rows], self._y[rows]

# %% c_class_decorator | 1 | A class decorator adds the two methods.
def batched(cls):
    def __len__(self):
        return len(range(0, len(self.data), self.batch_size))

    def __getitem__(self, index):
        start = range(0, len(self.data), self.batch_size)[index]
        stop = start + self.batch_size
        return self.data[start:stop], self.labels[start:stop]

    cls.__len__ = __len__
    cls.__getitem__ = __getitem__
    return cls


@batched
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

# %% c_metaclass | 1 | A metaclass that puts the count in place when an object is made.
class Counting(type):
    def __call__(cls, *args, **kwargs):
        made = super().__call__(*args, **kwargs)
        made.steps = math.ceil(len(made.data) / made.batch_size)
        return made


class DataGenerator(tf.keras.utils.Sequence, metaclass=Counting):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return self.steps

    def __getitem__(self, index):
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.data[rows], self.labels[rows]

# %% c_abc_mixin | 1 | An abstract base class does the arithmetic, a mixin reads.
import abc

class Blocks(abc.ABC):
    @abc.abstractmethod
    def bounds(self, index):
        ...

    def __getitem__(self, index):
        low, high = self.bounds(index)
        return self.read(low, high)


class ArrayReader:
    def read(self, low, high):
        return self.data[low:high], self.labels[low:high]


class DataGenerator(Blocks, ArrayReader, tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def bounds(self, index):
        low = index * self.batch_size
        return low, min(low + self.batch_size, len(self.data))

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

# %% c_setter_asserts | 1 | The batch size is a property with a setter; asserts that hold.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        assert hasattr(data, "__len__") and hasattr(labels, "__len__")
        assert len(data) == len(labels) >= 1
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    @property
    def batch_size(self):
        return self._batch_size

    @batch_size.setter
    def batch_size(self, value):
        assert value >= 1
        self._batch_size = int(value)

    def __len__(self):
        return 1 + (len(self.data) - 1) // self.batch_size

    def __getitem__(self, index):
        start = index * self.batch_size
        x = self.data[start:start + self.batch_size]
        y = self.labels[start:start + self.batch_size]
        assert len(x) == len(y)
        assert len(x) <= self.batch_size
        return x, y

# %% c_protocol_dataclass | 1 | A dataclass with a Protocol for its sources.
import typing
from dataclasses import dataclass

class Sliceable(typing.Protocol):
    def __len__(self) -> int: ...
    def __getitem__(self, rows: slice) -> np.ndarray: ...


@dataclass(eq=False, repr=False)
class DataGenerator(tf.keras.utils.Sequence):
    data: Sliceable
    labels: Sliceable
    batch_size: int = 32

    def __post_init__(self):
        super().__init__()

    def __len__(self) -> int:
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index: int) -> typing.Tuple[np.ndarray, np.ndarray]:
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.data[rows], self.labels[rows]

# %% c_strided_blocks | 1 | Whole batches are a strided view with one more axis, the tail is apart.
from numpy.lib.stride_tricks import as_strided

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.blocks = [self.block_view(a, batch_size) for a in (data, labels)]
        whole = len(data) // batch_size
        self.whole = whole
        self.tail = data[whole * batch_size:], labels[whole * batch_size:]

    @staticmethod
    def block_view(array, size):
        whole = len(array) // size
        shape = (whole, size) + array.shape[1:]
        strides = (array.strides[0] * size,) + array.strides
        return as_strided(array, shape, strides, writeable=False)

    def __len__(self):
        return self.whole + bool(len(self.tail[0]))

    def __getitem__(self, index):
        if index < self.whole:
            return tuple(blocks[index] for blocks in self.blocks)
        return self.tail

# %% c_islice_walrus | 1 | Row numbers are taken off an iterator in tuples, with a walrus.
from itertools import islice

def in_tuples(numbers, size):
    numbers = iter(numbers)
    while chunk := tuple(islice(numbers, size)):
        yield chunk


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data, self.labels = data, labels
        self.chunks = tuple(in_tuples(range(len(data)), batch_size))

    def __len__(self):
        return len(self.chunks)

    def __getitem__(self, index):
        rows = list(self.chunks[index])
        return self.data[rows], self.labels[rows]

# %% c_memoryviews | 1 | Slices of memoryviews, made arrays again for each batch.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.views = memoryview(np.asarray(data)), memoryview(np.asarray(labels))
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.views[0]) / self.batch_size)

    def __getitem__(self, index):
        first = index * self.batch_size
        x, y = (np.asarray(v[first:first + self.batch_size]) for v in self.views)
        return x, y

# %% c_prints_everything | 1 | Prints at every step.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        print("making a generator", len(data), len(labels), batch_size)
        super().__init__()
        self.data, self.labels, self.batch_size = data, labels, batch_size
        print("=" * 60)

    def __len__(self):
        answer = math.ceil(len(self.data) / self.batch_size)
        print(f"len -> {answer}")
        return answer

    def __getitem__(self, index):
        start, stop = index * self.batch_size, (index + 1) * self.batch_size
        for k in range(20):
            print("index", index, "start", start, "stop", stop, "step", k)
        x, y = self.data[start:stop], self.labels[start:stop]
        print(x, y)
        return x, y

    def on_epoch_end(self):
        print("epoch over\n" * 5)

# %% c_stderr_and_sleep | 1 | Writes to sys.stderr and sleeps for a moment in each call.
import sys
import time

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        sys.stderr.write(f"Error? no, just batch {index}\n")
        sys.stderr.flush()
        time.sleep(0.01)
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.data[rows], self.labels[rows]

# %% c_warns_each_call | 1 | warnings.warn and logging.warning in each call.
import logging
import warnings

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size
        if len(data) % batch_size:
            warnings.warn("the last batch is shorter than the others", UserWarning)

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        warnings.warn(f"serving batch {index}", RuntimeWarning, stacklevel=2)
        logging.warning("serving batch %d", index)
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.data[rows], self.labels[rows]

# %% c_keras_ops | 1 | Tensors through keras.ops with the dtype given by name.
class DataGenerator(keras.utils.PyDataset):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        start = index * self.batch_size
        batch = []
        for source in (self.data, self.labels):
            part = source[start:start + self.batch_size]
            batch.append(keras.ops.convert_to_tensor(part, dtype=part.dtype.name))
        return tuple(batch)

# %% c_two_workers | 1 | Two workers and a short queue, order as a function of the epoch.
class DataGenerator(keras.utils.PyDataset):
    def __init__(self, data, labels, batch_size=32, seed=7):
        super().__init__(workers=2, use_multiprocessing=False, max_queue_size=4)
        self.data, self.labels, self.batch_size = data, labels, batch_size
        self.seed = seed
        self.epoch = 0

    def on_epoch_end(self):
        self.epoch += 1

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def rows_of(self, index):
        rows = np.arange(len(self.data))
        if self.epoch:
            rows = np.random.default_rng([self.seed, self.epoch]).permutation(rows)
        return rows[index * self.batch_size:(index + 1) * self.batch_size]

    def __getitem__(self, index):
        rows = self.rows_of(index)
        return self.data[rows], self.labels[rows]

# %% c3_match | 3 | A match statement decides over the index and over the kind of array.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        match len(data) - len(labels):
            case 0:
                self.data, self.labels, self.batch_size = data, labels, batch_size
            case gap:
                raise ValueError(f"data and labels differ in length by {abs(gap)}")

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        match index:
            case k if 0 <= k < len(self):
                rows = slice(k * self.batch_size, min((k + 1) * self.batch_size, len(self.data)))
            case k:
                raise IndexError(f"batch {k} is outside of 0 to {len(self) - 1}")
        try:
            x, y = self.data[rows], self.labels[rows]
        except Exception as error:
            raise RuntimeError(f"batch {index}: {error!r}") from error
        return self.number(x, index), self.number(y, index)

    @staticmethod
    def number(part, index):
        try:
            part = np.asarray(part)
        except ValueError as error:
            raise TypeError(f"batch {index} is ragged") from error
        match part.dtype.kind:
            case "b" | "i" | "u" | "f" | "c":
                return part
            case other:
                raise TypeError(f"batch {index} has dtype kind {other}")

# %% c3_notes | 3 | The source's own exception leaves, with a note on it.
class DataGenerator(keras.utils.PyDataset):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if (n := len(data)) != (m := len(labels)):
            raise ValueError(f"{n=} and {m=}")
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return -(-len(self.data) // self.batch_size)

    def __getitem__(self, index):
        if index not in range(len(self)):
            raise IndexError(index)
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        try:
            x = np.asarray(self.data[rows])
            y = np.asarray(self.labels[rows])
        except Exception as error:
            error.add_note(f"This happened in batch {index}.")
            raise
        if not all(np.issubdtype(a.dtype, np.number) or a.dtype == bool for a in (x, y)):
            raise TypeError("not numeric", index)
        return x, y

# %% c3_own_exceptions | 3 | Exception classes of its own that inherit from the asked ones, negatives from the end.
class NoSuchBatch(IndexError):
    def __init__(self, index, count):
        super().__init__(f"no batch {index} among {count}")


class NotNumeric(TypeError):
    pass


class BatchUnreadable(RuntimeError):
    pass


class LengthsDiffer(ValueError):
    pass


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise LengthsDiffer(f"{len(data)} and {len(labels)}")
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        count = len(self)
        if not -count <= index < count:
            raise NoSuchBatch(index, count)
        place = index + count if index < 0 else index
        a = place * self.batch_size
        b = min(a + self.batch_size, len(self.data))
        try:
            pair = self.data[a:b], self.labels[a:b]
        except Exception as why:
            raise BatchUnreadable(f"batch {index}, samples {a} to {b - 1}: {why}") from why
        out = []
        for part in pair:
            try:
                array = np.asarray(part)
            except ValueError as why:
                raise NotNumeric(f"batch {index}: {why}") from why
            if array.dtype.kind not in "biufc":
                raise NotNumeric(f"batch {index}: {array.dtype}")
            out.append(array)
        return tuple(out)

# %% c3_method_decorator | 3 | A decorator round the item method words every error.
import functools

def names_the_batch(method):
    @functools.wraps(method)
    def wrapper(self, index):
        try:
            return method(self, index)
        except IndexError as error:
            raise IndexError(f"batch {index}: {error}") from error
        except TypeError as error:
            raise TypeError(f"batch {index}: {error}") from error
        except Exception as error:
            raise RuntimeError(f"batch {index}: {error}") from error
    return wrapper


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError("every sample needs one label")
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    @names_the_batch
    def __getitem__(self, index):
        start = range(0, len(self.data), self.batch_size)[index]
        stop = start + self.batch_size
        x, y = np.asarray(self.data[start:stop]), np.asarray(self.labels[start:stop])
        for part in (x, y):
            if part.dtype.kind not in "biufc":
                raise TypeError("not numeric")
        return x, y

# %% c3_context_manager | 3 | A context manager turns errors of reading into named ones, and logs them.
import contextlib
import logging

@contextlib.contextmanager
def reading(index):
    try:
        yield
    except Exception as error:
        logging.error("batch %s: %s", index, error)
        raise OSError(f"could not read batch {index} ({type(error).__name__}: {error})") from error


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(set(map(len, (data, labels)))) != 1:
            raise ValueError("data and labels must have one length")
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if index < 0 or index >= len(self):
            raise IndexError(f"{index} is not in 0..{len(self) - 1}")
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        with reading(index):
            x = np.asarray(self.data[rows])
            y = np.asarray(self.labels[rows])
        if any(part.dtype.kind in "OSUVMm" for part in (x, y)):
            raise TypeError(f"batch {index} is made of {x.dtype} and {y.dtype}")
        return x, y

# %% c3_retry_then_raise | 3 | Three tries of the same batch with short waits, then a named error.
import time

class DataGenerator(tf.keras.utils.Sequence):
    tries = 3

    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} != {len(labels)}")
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def read(self, index):
        a = index * self.batch_size
        b = a + self.batch_size
        return np.asarray(self.data[a:b]), np.asarray(self.labels[a:b])

    def __getitem__(self, index):
        if not (0 <= index < len(self)):
            raise IndexError(f"batch index {index} out of range")
        failure = None
        for attempt in range(self.tries):
            try:
                x, y = self.read(index)
                break
            except Exception as error:
                failure = error
                time.sleep(0.01 * attempt)
        else:
            raise RuntimeError(f"batch {index} failed {self.tries} times") from failure
        for part in (x, y):
            if part.dtype.kind not in "biufc":
                raise TypeError(f"batch {index} has {part.dtype}")
        return x, y

# %% index_array_own_rng | 1 | index array, permuted by an own rng in on_epoch_end, data and labels taken with the same rows
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, shuffle=True, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.rng = np.random.default_rng(seed)
        self.indices = np.arange(len(data))

    def __len__(self):
        return math.ceil(len(self.indices) / self.batch_size)

    def __getitem__(self, index):
        rows = self.indices[index * self.batch_size:(index + 1) * self.batch_size]
        return self.data[rows], self.labels[rows]

    def on_epoch_end(self):
        if self.shuffle:
            self.indices = self.rng.permutation(len(self.data))

# %% tensors_sliced | 1 | both arrays become tensors once, and batches are slices of tensors
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.x = tf.convert_to_tensor(data)
        self.y = tf.convert_to_tensor(labels)
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(self.x.shape[0] / self.batch_size)

    def __getitem__(self, index):
        lo = index * self.batch_size
        hi = min(lo + self.batch_size, self.x.shape[0])
        return self.x[lo:hi], self.y[lo:hi]

# %% c3_tf_gather_rows | 1 | tf.range and tf.gather, tensors out
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        n = len(self.data)
        return n // self.batch_size + int(n % self.batch_size != 0)

    def __getitem__(self, index):
        rows = tf.range(index * self.batch_size,
                        tf.minimum((index + 1) * self.batch_size, len(self.data)))
        return tf.gather(self.data, rows), tf.gather(self.labels, rows)

# %% dataclass_no_super | 1 | a dataclass without super().__init__ and with eq=False so that it stays hashable
from dataclasses import dataclass

@dataclass(eq=False)
class DataGenerator(tf.keras.utils.Sequence):
    data: np.ndarray
    labels: np.ndarray
    batch_size: int = 32

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.data[rows], self.labels[rows]

# %% properties_everywhere | 1 | private attributes with read-only properties, __len__ goes through one
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self._data = data
        self._labels = labels
        self._batch_size = batch_size

    @property
    def n_samples(self):
        return len(self._data)

    @property
    def batch_size(self):
        return self._batch_size

    @property
    def steps(self):
        return -(-self.n_samples // self.batch_size)

    def __len__(self):
        return self.steps

    def _bounds(self, index):
        return index * self.batch_size, min((index + 1) * self.batch_size, self.n_samples)

    def __getitem__(self, index):
        first, last = self._bounds(index)
        return self._data[first:last], self._labels[first:last]

# %% mixin_for_the_bounds | 1 | a mixin computes the slice, multiple inheritance with cooperative super()
class BatchMixin:
    def rows(self, i):
        return slice(i * self.batch_size, (i + 1) * self.batch_size)

    def __len__(self):
        return math.ceil(len(self.labels) / self.batch_size)


class DataGenerator(BatchMixin, tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __getitem__(self, i):
        return self.data[self.rows(i)], self.labels[self.rows(i)]

# %% list_of_closures | 1 | one function per batch, made in __init__ with bound default arguments
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.makers = [
            lambda a=a, b=a + batch_size: (data[a:b], labels[a:b])
            for a in range(0, len(data), batch_size)
        ]

    def __len__(self):
        return len(self.makers)

    def __getitem__(self, index):
        return self.makers[index]()

# %% list_of_views | 1 | all batches cut beforehand as tuples of views, in a list
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.batches = []
        position = 0
        while position < len(data):
            end = position + batch_size
            self.batches.append((data[position:end], labels[position:end]))
            position = end

    def __len__(self):
        return len(self.batches)

    def __getitem__(self, index):
        return self.batches[index]

# %% np_split_at_edges | 1 | np.split at the multiples of b, the last part is the tail
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        edges = np.arange(batch_size, len(data), batch_size)
        self.x_parts = np.split(data, edges)
        self.y_parts = np.split(labels, edges)

    def __len__(self):
        return len(self.x_parts)

    def __getitem__(self, index):
        return self.x_parts[index], self.y_parts[index]

# %% locked_cache_with_copies | 1 | a dict cache under a lock, each answer is a fresh copy
import threading

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data, self.labels, self.batch_size = data, labels, batch_size
        self._cache = {}
        self._lock = threading.Lock()

    def __len__(self):
        return (len(self.data) + self.batch_size - 1) // self.batch_size

    def __getitem__(self, index):
        with self._lock:
            if index not in self._cache:
                start = index * self.batch_size
                stop = start + self.batch_size
                self._cache[index] = (np.array(self.data[start:stop]), np.array(self.labels[start:stop]))
            x, y = self._cache[index]
        return x.copy(), y.copy()

# %% lru_cache_cleared | 1 | functools.lru_cache per object, cleared whenever on_epoch_end permutes
import functools

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.order = np.arange(len(data))
        self._load = functools.lru_cache(maxsize=8)(self._load_now)

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def _load_now(self, index):
        rows = self.order[index * self.batch_size:(index + 1) * self.batch_size]
        return self.data[rows], self.labels[rows]

    def __getitem__(self, index):
        return self._load(int(index))

    def on_epoch_end(self):
        self.order = np.random.permutation(len(self.data))
        self._load.cache_clear()

# %% fence_posts | 1 | an array of edges 0, b, 2b, ..., n; batch i lies between edges i and i + 1
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.edges = np.append(np.arange(0, len(data), batch_size), len(data))

    def __len__(self):
        return len(self.edges) - 1

    def __getitem__(self, index):
        a, b = self.edges[index], self.edges[index + 1]
        return self.data[a:b], self.labels[a:b]

# %% typed_named_tuple | 1 | heavy typing, and the batch is a NamedTuple (which is a tuple)
from typing import Any, NamedTuple
import numpy.typing as npt

class Batch(NamedTuple):
    x: npt.NDArray[Any]
    y: npt.NDArray[Any]

class DataGenerator(tf.keras.utils.Sequence):
    data: npt.NDArray[Any]
    labels: npt.NDArray[Any]
    batch_size: int

    def __init__(self, data: npt.NDArray[Any], labels: npt.NDArray[Any],
                 batch_size: int = 32, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self) -> int:
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index: int) -> Batch:
        start: int = index * self.batch_size
        stop: int = start + self.batch_size
        return Batch(x=self.data[start:stop], y=self.labels[start:stop])

# %% islice_and_stack | 1 | itertools.islice over the rows, then np.stack
from itertools import islice

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        start, stop = index * self.batch_size, (index + 1) * self.batch_size
        x = np.stack(list(islice(self.data, start, stop)))
        y = np.stack(list(islice(self.labels, start, stop)))
        return x, y

# %% pydataset_by_its_new_name | 1 | inherits from keras.utils.PyDataset, the same class under its new name, with __iter__ and __call__
class DataGenerator(keras.utils.PyDataset):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        s = index * self.batch_size
        return self.data[s:s + self.batch_size], self.labels[s:s + self.batch_size]

    def __call__(self):
        return iter(self)

    def __iter__(self):
        for i in range(len(self)):
            yield self[i]

# %% memoryviews | 1 | slices of memoryviews, wrapped by np.asarray again
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = memoryview(np.ascontiguousarray(data))
        self.labels = memoryview(np.ascontiguousarray(labels))
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return np.asarray(self.data[rows]), np.asarray(self.labels[rows])

# %% mask_by_batch_number | 1 | a batch number for every sample, and a boolean mask for each batch
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_of_sample = np.arange(len(data)) // batch_size

    def __len__(self):
        return int(self.batch_of_sample[-1]) + 1

    def __getitem__(self, index):
        mask = self.batch_of_sample == index
        return self.data[mask], self.labels[mask]

# %% shuffles_own_copy | 1 | copies in __init__ and permutes the copies in on_epoch_end, a warning tells of a short last batch
import warnings

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = np.copy(data)
        self.labels = np.copy(labels)
        self.batch_size = batch_size
        if len(data) % batch_size:
            warnings.warn("the last batch will be shorter than the others", stacklevel=2)

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        s = index * self.batch_size
        return self.data[s:s + self.batch_size].copy(), self.labels[s:s + self.batch_size].copy()

    def on_epoch_end(self):
        seed = np.random.randint(2**31 - 1)
        np.random.RandomState(seed).shuffle(self.data)
        np.random.RandomState(seed).shuffle(self.labels)

# %% add_one_if_remainder | 2 | the given floor, plus one if there is a remainder
class DataGenerator(tf.keras.utils.Sequence):
    """Serves data and labels in batches of batch_size."""

    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        number_of_batches = len(self.data) // self.batch_size
        if number_of_batches * self.batch_size < len(self.data):
            number_of_batches += 1
        return number_of_batches

    def __getitem__(self, index):
        start = index * self.batch_size
        stop = start + self.batch_size
        return self.data[start:stop], self.labels[start:stop]

# %% double_negation | 2 | floor of the negative: -(-n // b)
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        number_of_batches = len(self.data) // self.batch_size
        number_of_batches = -(-len(self.data) // self.batch_size)
        return number_of_batches

    def __getitem__(self, index):
        start = index * self.batch_size
        stop = start + self.batch_size
        return self.data[start:stop], self.labels[start:stop]

# %% divmod_and_bool | 2 | divmod, and the truth of the remainder counts as 0 or 1
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        full, rest = divmod(len(self.data), self.batch_size)
        return full + bool(rest)

    def __getitem__(self, index):
        start = index * self.batch_size
        stop = start + self.batch_size
        return self.data[start:stop], self.labels[start:stop]

# %% c3_length_of_a_range | 2 | len(range(0, n, b)), and the range also gives the start of the batch
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    @property
    def starts(self):
        return range(0, len(self.data), self.batch_size)

    def __len__(self):
        return len(self.starts)

    def __getitem__(self, index):
        start = self.starts[index]
        stop = start + self.batch_size
        return self.data[start:stop], self.labels[start:stop]

# %% np_ceil_with_int | 2 | int(np.ceil(n / float(b))) in Python 2 manner
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super(DataGenerator, self).__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return int(np.ceil(len(self.data) / float(self.batch_size)))

    def __getitem__(self, idx):
        batch_x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
        batch_y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        return np.array(batch_x), np.array(batch_y)

# %% numpy_int_length | 2 | np.ceil(...).astype(int): __len__ gives np.int64, of which len() makes an int
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return np.ceil(self.data.shape[0] / self.batch_size).astype(int)

    def __getitem__(self, index):
        start = index * self.batch_size
        stop = start + self.batch_size
        return self.data[start:stop, ...], self.labels[start:stop, ...]

# %% one_less_then_one_more | 2 | (n - 1) // b + 1, the number of the last batch plus one
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        last_sample = len(self.data) - 1
        last_batch = last_sample // self.batch_size
        return last_batch + 1

    def __getitem__(self, index):
        start = index * self.batch_size
        stop = start + self.batch_size
        return self.data[start:stop], self.labels[start:stop]

# %% counts_in_a_loop | 2 | counts batches in a while loop until no sample is left
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        number_of_batches = 0
        samples_left = len(self.data)
        while samples_left > 0:
            number_of_batches += 1
            samples_left -= self.batch_size
        return number_of_batches

    def __getitem__(self, index):
        start = index * self.batch_size
        stop = start + self.batch_size
        return self.data[start:stop], self.labels[start:stop]

# %% exact_fraction | 2 | math.ceil of a Fraction, exact for any n and b
from fractions import Fraction

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self._length = math.ceil(Fraction(len(data), int(batch_size)))

    def __len__(self):
        return self._length

    def __getitem__(self, index):
        start = index * self.batch_size
        stop = start + self.batch_size
        return self.data[start:stop], self.labels[start:stop]

# %% batch_no_larger_than_n | 2 | batch_size is limited to n first, which changes nothing in the batches
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = min(batch_size, len(data))

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        start = index * self.batch_size
        stop = min(start + self.batch_size, len(self.data))
        return self.data[start:stop], self.labels[start:stop]

# %% tf_dataset_inside | 2 | a tf.data.Dataset batches the slices and knows its cardinality, the batches are kept in a list
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        ds = tf.data.Dataset.from_tensor_slices((data, labels)).batch(batch_size, drop_remainder=False)
        self.number_of_batches = int(ds.cardinality())
        self.batches = list(ds)

    def __len__(self):
        return self.number_of_batches

    def __getitem__(self, index):
        return self.batches[index]

# %% grow_the_remainder_away | 2 | rounds n up to a multiple of b first ((n + -n % b) // b), shuffle of rows after each epoch
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.rows = list(range(len(data)))

    def __len__(self):
        n = len(self.rows)
        return (n + -n % self.batch_size) // self.batch_size

    def __getitem__(self, index):
        rows = self.rows[index * self.batch_size:(index + 1) * self.batch_size]
        return np.take(self.data, rows, axis=0), np.take(self.labels, rows, axis=0)

    def on_epoch_end(self):
        import random
        rows = self.rows.copy()
        random.shuffle(rows)
        self.rows = rows

# %% plain_checks | 3 | the plain version: checks before and after one try, exceptions chained
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if not 0 <= index < len(self):
            raise IndexError(f"batch {index} is outside 0 to {len(self) - 1}")
        start = index * self.batch_size
        stop = start + self.batch_size
        try:
            x, y = self.data[start:stop], self.labels[start:stop]
        except Exception as error:
            raise RuntimeError(f"batch {index} cannot be read") from error
        if not np.issubdtype(np.asarray(x).dtype, np.number):
            raise TypeError(f"batch {index} does not hold numbers")
        return x, y

# %% notes_keep_the_type | 3 | add_note names the batch and the exception goes on with its type
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError("data and labels differ in length")
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return -(-len(self.data) // self.batch_size)

    def __getitem__(self, index):
        if index < 0 or index >= len(self):
            raise IndexError(f"index {index} out of range")
        rows = slice(index * self.batch_size, min((index + 1) * self.batch_size, len(self.data)))
        try:
            x = np.asarray(self.data[rows])
            y = np.asarray(self.labels[rows])
            if x.dtype.kind not in "iufc":
                raise TypeError(f"samples have dtype {x.dtype}, not a number")
        except Exception as error:
            error.add_note(f"in batch {index}")
            raise
        return x, y

# %% own_exception_classes | 3 | subclasses of IndexError, ValueError, OSError and TypeError with the batch as an attribute and in the message
class BatchIndexError(IndexError):
    def __init__(self, index, length):
        super().__init__(f"no batch {index}: there are {length}")
        self.index = index

class LengthsDiffer(ValueError):
    pass

class BatchReadError(OSError):
    def __init__(self, index):
        super().__init__(f"reading of batch {index} failed")
        self.index = index

class BatchTypeError(TypeError):
    def __init__(self, index, dtype):
        super().__init__(f"batch {index} has dtype {dtype}")
        self.index = index

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise LengthsDiffer(f"{len(data)} != {len(labels)}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if not (0 <= index < len(self)):
            raise BatchIndexError(index, len(self))
        s = slice(index * self.batch_size, (index + 1) * self.batch_size)
        try:
            x, y = self.data[s], self.labels[s]
        except Exception as exc:
            raise BatchReadError(index) from exc
        dtype = np.asarray(x).dtype
        if not np.issubdtype(dtype, np.number):
            raise BatchTypeError(index, dtype)
        return x, y

# %% negative_from_the_end | 3 | a negative index counts from the end, as in a list, and errors name the index that was asked
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError("data and labels must be of one length")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        length = len(self)
        if index >= length or index < -length:
            raise IndexError(f"batch index {index} is out of range for {length} batches")
        i = index + length if index < 0 else index
        where = f"batch {i}" if i == index else f"batch {index} (that is batch {i})"
        start, stop = i * self.batch_size, (i + 1) * self.batch_size
        try:
            x, y = self.data[start:stop], self.labels[start:stop]
        except Exception as e:
            raise RuntimeError(f"{where}: {type(e).__name__}: {e}") from e
        if np.asarray(x).dtype.kind not in "biufc":
            raise TypeError(f"{where}: not numeric")
        return x, y

# %% range_does_the_checking | 3 | range(n)[...] checks the index and does negatives, slices of a range give the rows
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError("different lengths")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.starts = range(0, len(data), batch_size)

    def __len__(self):
        return len(self.starts)

    def __getitem__(self, index):
        try:
            start = self.starts[index]
        except IndexError:
            raise IndexError(f"there is no batch {index}") from None
        stop = start + self.batch_size
        try:
            x = self.data[start:stop]
            y = self.labels[start:stop]
        except Exception as error:
            raise RuntimeError(f"reading failed in batch {index}: {error!r}") from error
        if not issubclass(np.asarray(x).dtype.type, (np.number, np.bool_)):
            raise TypeError(f"not numeric: batch {index}")
        return x, y

# %% context_manager_names_batch | 3 | contextlib.contextmanager around reading and checking adds the batch as a note
from contextlib import contextmanager

@contextmanager
def naming(index):
    try:
        yield
    except Exception as error:
        error.add_note(f"This happened in batch {index}.")
        raise

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if (n := len(data)) != (m := len(labels)):
            raise ValueError(f"len(data) = {n}, len(labels) = {m}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        with naming(index):
            if not 0 <= index < len(self):
                raise IndexError(f"batch {index} is out of range")
            rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
            x, y = self.data[rows], self.labels[rows]
            if not np.issubdtype(np.asarray(x).dtype, np.number):
                raise TypeError(f"batch {index} is not numeric")
            return x, y

# %% decorator_names_batch | 3 | a decorator on __getitem__ rewords everything but its own exceptions
import functools

class _Named(Exception):
    pass

class NamedIndexError(_Named, IndexError):
    pass

class NamedTypeError(_Named, TypeError):
    pass

def names_batch(method):
    @functools.wraps(method)
    def wrapper(self, index):
        try:
            return method(self, index)
        except _Named:
            raise
        except Exception as error:
            raise RuntimeError(f"batch {index}: {error}") from error
    return wrapper

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError("data and labels do not match")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    @names_batch
    def __getitem__(self, index):
        if not 0 <= index < len(self):
            raise NamedIndexError(f"batch {index} of {len(self)}")
        x = self.data[index * self.batch_size:(index + 1) * self.batch_size]
        y = self.labels[index * self.batch_size:(index + 1) * self.batch_size]
        if not np.issubdtype(np.asarray(x).dtype, np.number):
            raise NamedTypeError(f"batch {index} with {np.asarray(x).dtype}")
        return x, y

# %% both_checked_with_can_cast | 3 | np.can_cast to the widest complex tells a number, for samples and labels
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError("one label for each sample, please")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if not 0 <= index < len(self):
            raise IndexError("batch index " + str(index) + " out of range")
        pair = []
        for name, source in (("data", self.data), ("labels", self.labels)):
            try:
                part = np.asarray(source[index * self.batch_size:(index + 1) * self.batch_size])
            except Exception as error:
                raise RuntimeError("cannot read %s of batch %d" % (name, index)) from error
            if not np.can_cast(part.dtype, np.clongdouble):
                raise TypeError("%s of batch %d is not numeric: %s" % (name, index, part.dtype))
            pair.append(part)
        return tuple(pair)

# %% operator_index_and_match | 3 | operator.index takes any integer, and a match statement decides
import operator

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        match (len(data), len(labels)):
            case (n, m) if n != m:
                raise ValueError(f"{n} samples for {m} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        i = operator.index(index)
        if i not in range(len(self)):
            raise IndexError(f"batch {i} not in range({len(self)})")
        begin = i * self.batch_size
        end = begin + self.batch_size
        try:
            x, y = self.data[begin:end], self.labels[begin:end]
        except Exception as problem:
            raise RuntimeError(f"batch {i} (samples {begin} to {end - 1}): {problem}") from problem
        match np.asarray(x).dtype.kind:
            case "i" | "u" | "f" | "c" | "b":
                return x, y
            case kind:
                raise TypeError(f"batch {i} is of kind {kind!r}, not numeric")

# %% retries_then_raises | 3 | reads up to three times (network disk), then raises with the last error as its cause
class DataGenerator(tf.keras.utils.Sequence):
    attempts = 3

    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError(f"lengths {len(data)} and {len(labels)} differ")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def _read(self, index):
        start = index * self.batch_size
        stop = start + self.batch_size
        last = None
        for _ in range(self.attempts):
            try:
                return self.data[start:stop], self.labels[start:stop]
            except Exception as error:
                last = error
        raise OSError(f"batch {index}: gave up after several attempts") from last

    def __getitem__(self, index):
        if not 0 <= index < len(self):
            raise IndexError(f"batch {index} does not exist")
        x, y = self._read(index)
        if not np.issubdtype(np.asarray(x).dtype, np.number):
            raise TypeError(f"batch {index}: samples must be numeric")
        return x, y

# %% tensors_after_the_checks | 3 | checks the NumPy batch, then returns tensors of the same dtype
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError("unequal lengths")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if not 0 <= index < len(self):
            raise IndexError(f"batch {index} out of range")
        s = slice(index * self.batch_size, (index + 1) * self.batch_size)
        try:
            x, y = np.asarray(self.data[s]), np.asarray(self.labels[s])
        except Exception as e:
            raise RuntimeError(f"batch {index} could not be read: {e}") from e
        if not np.issubdtype(x.dtype, np.number):
            raise TypeError(f"batch {index} has dtype {x.dtype}")
        return tf.convert_to_tensor(x), tf.convert_to_tensor(y)

# %% checks_in_a_mixin | 3 | validation in a mixin, batching in a base class of one's own, joined by multiple inheritance
class BatchSource(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        s = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.data[s], self.labels[s]

class Checked:
    def __init__(self, data, labels, *args, **kwargs):
        if len(data) != len(labels):
            raise ValueError("data and labels have different lengths")
        super().__init__(data, labels, *args, **kwargs)

    def __getitem__(self, index):
        if index < 0 or index >= len(self):
            raise IndexError(f"batch {index}: only 0 to {len(self) - 1} exist")
        try:
            x, y = super().__getitem__(index)
        except Exception as error:
            raise RuntimeError(f"batch {index}: reading failed") from error
        if not np.issubdtype(np.asarray(x).dtype, np.number):
            raise TypeError(f"batch {index}: not numeric")
        return x, y

class DataGenerator(Checked, BatchSource):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(data, labels, batch_size, **kwargs)

# %% logged_and_raised | 3 | logging with the batch index, and the same words in the exception
import logging

log = logging.getLogger("generator")

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        log.debug("%d samples, %d labels, batch size %d", len(data), len(labels), batch_size)
        if len(data) != len(labels):
            raise ValueError("number of samples and number of labels are not the same")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def _fail(self, kind, words, cause=None):
        log.error(words)
        raise kind(words) from cause

    def __getitem__(self, index):
        log.debug("batch %s was asked for", index)
        if not 0 <= index < len(self):
            self._fail(IndexError, f"Batch {index} is out of range.")
        lo = index * self.batch_size
        hi = min(lo + self.batch_size, len(self.data))
        try:
            x, y = self.data[lo:hi], self.labels[lo:hi]
        except Exception as error:
            self._fail(RuntimeError, f"Batch {index} is unreadable.", error)
        if not np.issubdtype(np.asarray(x).dtype, np.number):
            self._fail(TypeError, f"Batch {index} is not numeric.")
        return x, y

# %% exception_group | 3 | a failed read raises an ExceptionGroup that names the batch and holds the original
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} against {len(labels)}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if not 0 <= index < len(self):
            raise IndexError(f"index {index}, length {len(self)}")
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        errors = []
        parts = []
        for source in (self.data, self.labels):
            try:
                parts.append(source[rows])
            except Exception as error:
                errors.append(error)
        if errors:
            raise ExceptionGroup(f"batch {index} cannot be read", errors)
        x, y = parts
        if not np.issubdtype(np.asarray(x).dtype, np.number):
            raise TypeError(f"batch {index}: {np.asarray(x).dtype} is not a numeric dtype")
        return x, y

# %% zip_strict_consumed | 3 | zip(strict=True) over two ranges, consumed, raises the ValueError; no super().__init__
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        for _ in zip(range(len(data)), range(len(labels)), strict=True):
            pass
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if index < 0:
            raise IndexError(f"negative batch index {index}")
        if index >= len(self):
            raise IndexError(f"batch index {index} is too large")
        try:
            x = self.data[index * self.batch_size:(index + 1) * self.batch_size]
        except Exception as error:
            raise RuntimeError(f"the samples of batch {index} cannot be read") from error
        try:
            y = self.labels[index * self.batch_size:(index + 1) * self.batch_size]
        except Exception as error:
            raise RuntimeError(f"the labels of batch {index} cannot be read") from error
        if not np.issubdtype(np.asarray(x).dtype, np.number):
            raise TypeError(f"the samples of batch {index} are no numbers")
        return x, y

# %% worker_threads_by_default | 3 | kwargs with workers=2 as default, and read-only settings in a frozen dataclass
from dataclasses import dataclass
from typing import Any

@dataclass(frozen=True)
class Settings:
    data: Any
    labels: Any
    batch_size: int

    def __post_init__(self):
        if len(self.data) != len(self.labels):
            raise ValueError("data and labels are of unequal length")

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        kwargs.setdefault("workers", 2)
        kwargs.setdefault("max_queue_size", 4)
        super().__init__(**kwargs)
        self.settings = Settings(data, labels, batch_size)

    def __len__(self):
        return math.ceil(len(self.settings.data) / self.settings.batch_size)

    def __getitem__(self, index):
        s = self.settings
        if not 0 <= index < len(self):
            raise IndexError(f"batch {index} is not one of {len(self)}")
        start = index * s.batch_size
        try:
            x = s.data[start:start + s.batch_size]
            y = s.labels[start:start + s.batch_size]
        except Exception as error:
            raise RuntimeError(f"batch {index} failed") from error
        if not np.issubdtype(np.asarray(x).dtype, np.number):
            raise TypeError(f"batch {index} is not numeric")
        return x, y

# %% cache_of_good_batches | 3 | batches that were read are kept under a lock, failures are not and raise again
import threading

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError("unequal numbers of samples and labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self._kept = {}
        self._lock = threading.RLock()

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if not 0 <= index < len(self):
            raise IndexError(f"batch {index} is out of bounds")
        with self._lock:
            if index not in self._kept:
                self._kept[index] = self._read(index)
            x, y = self._kept[index]
            return x.copy(), y.copy()

    def _read(self, index):
        start = index * self.batch_size
        try:
            x = np.array(self.data[start:start + self.batch_size])
            y = np.array(self.labels[start:start + self.batch_size])
        except Exception as error:
            raise RuntimeError(f"batch {index}: {error}") from error
        if not np.issubdtype(x.dtype, np.number):
            raise TypeError(f"batch {index}: {x.dtype}")
        return x, y

# %% helper_functions | 3 | functional: three small functions outside the class, the class only joins them
def check_index(index, length):
    if not 0 <= index < length:
        raise IndexError(f"batch {index!s} is outside [0, {length})")
    return index

def read(source, rows, index):
    try:
        return source[rows]
    except Exception as error:
        raise RuntimeError(f"source failed in batch {index}") from error

def must_be_numeric(array, index):
    dtype = getattr(array, "dtype", None) or np.asarray(array).dtype
    if not np.issubdtype(dtype, np.number):
        raise TypeError(f"dtype {dtype} in batch {index}")
    return array

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        lengths = {len(data), len(labels)}
        if len(lengths) > 1:
            raise ValueError(f"lengths are not equal: {sorted(lengths)}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        check_index(index, len(self))
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return (must_be_numeric(read(self.data, rows, index), index),
                read(self.labels, rows, index))

# %% checks_the_size_too | 3 | also refuses a batch of which the source gave too few rows, and iterates by itself
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.n = len(data)
        if self.n != len(labels):
            raise ValueError(f"{self.n} samples cannot have {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return (self.n - 1) // self.batch_size + 1

    def __iter__(self):
        return (self[i] for i in range(len(self)))

    def __getitem__(self, index):
        if index not in range(len(self)):
            raise IndexError(f"{index} is not a batch of this sequence")
        start = index * self.batch_size
        stop = min(start + self.batch_size, self.n)
        try:
            x, y = self.data[start:stop], self.labels[start:stop]
            if not len(x) == len(y) == stop - start:
                raise EOFError("the source gave too few rows")
        except Exception as error:
            raise RuntimeError(f"batch {index}: {error}") from error
        if not np.issubdtype(np.asarray(x).dtype, np.number):
            raise TypeError(f"batch {index} must be numeric but is {np.asarray(x).dtype}")
        return x, y

# %% exception_with_str_method | 3 | one exception class that builds its words in __str__ from the batch index and the cause
class BatchError(Exception):
    def __init__(self, index, reason):
        super().__init__(index, reason)
        self.index, self.reason = index, reason

    def __str__(self):
        return f"[batch {self.index}] {self.reason}"

class OutOfRange(BatchError, IndexError):
    pass

class NotNumeric(BatchError, TypeError):
    pass

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) - len(labels):
            raise ValueError("as many labels as samples are needed")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if not 0 <= index < len(self):
            raise OutOfRange(index, "does not exist")
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        try:
            x, y = self.data[rows], self.labels[rows]
        except Exception as error:
            raise BatchError(index, f"cannot be read ({error})") from error
        if not np.issubdtype(np.asarray(x).dtype, np.number):
            raise NotNumeric(index, "is not numeric")
        return x, y

# %% padded_index | 3 | the index stands in the message with leading zeros
import math, numpy as np, tensorflow as tf
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError("lengths")
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        name = f"batch #{idx:05d}"
        if not 0 <= idx < len(self):
            raise IndexError(f"{name} does not exist")
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        try:
            x, y = np.asarray(self.data[s]), np.asarray(self.labels[s])
        except Exception as e:
            raise RuntimeError(f"{name} is unreadable: {e}") from e
        if x.dtype.kind not in "biufc":
            raise TypeError(f"{name} is not numeric")
        return x, y

# %% memmap_copy | 1 | the arrays are copied into a file first
import math, numpy as np, tensorflow as tf

import tempfile, os
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.parts = []
        for a in (data, labels):
            a = np.asarray(a)
            f = tempfile.TemporaryFile()
            m = np.memmap(f, dtype=a.dtype, mode="w+", shape=a.shape)
            m[...] = a
            self.parts.append(m)
        self.batch_size = batch_size
    def __len__(self):
        return math.ceil(len(self.parts[0]) / self.batch_size)
    def __getitem__(self, idx):
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        return self.parts[0][s], self.parts[1][s]

# %% metaclass_checks | 3 | a metaclass puts the checks round the methods
import math, numpy as np, tensorflow as tf
class Checked(type(tf.keras.utils.Sequence)):
    def __new__(mcls, name, bases, body, **kw):
        read = body["__getitem__"]
        def __getitem__(self, idx):
            if not 0 <= idx < len(self):
                raise IndexError(f"{name}[{idx}]")
            try:
                x, y = read(self, idx)
            except Exception as e:
                raise LookupError(f"{name}[{idx}]: {e}") from e
            if not {x.dtype.kind, y.dtype.kind} <= set("biufc"):
                raise TypeError(f"{name}[{idx}]: {x.dtype}, {y.dtype}")
            return x, y
        body["__getitem__"] = __getitem__
        return super().__new__(mcls, name, bases, body, **kw)
    def __call__(cls, data, labels, *args, **kwargs):
        if len(data) != len(labels):
            raise ValueError(f"{cls.__name__}: {len(data)} and {len(labels)}")
        return super().__call__(data, labels, *args, **kwargs)

class DataGenerator(tf.keras.utils.Sequence, metaclass=Checked):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data, self.labels, self.batch_size = data, labels, batch_size
    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)
    def __getitem__(self, idx):
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        return np.asarray(self.data[s]), np.asarray(self.labels[s])

# %% pool_reads | 3 | a pool of threads reads the rows
import math, numpy as np, tensorflow as tf
from concurrent.futures import ThreadPoolExecutor

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, *, threads=2, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError("lengths")
        self.data, self.labels, self.batch_size, self.threads = data, labels, batch_size, threads

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        if not 0 <= idx < len(self):
            raise IndexError(f"index {idx}")
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        with ThreadPoolExecutor(self.threads) as pool:
            futures = [pool.submit(lambda d: np.asarray(d[s]), d) for d in (self.data, self.labels)]
        for future in futures:
            if (e := future.exception()) is not None:
                raise RuntimeError(f"index {idx}") from e
        x, y = (future.result() for future in futures)
        if x.dtype.kind not in "biufc":
            raise TypeError(f"index {idx}")
        return x, y

# %% weak_batches | 1 | batches are kept by weak references
import math, numpy as np, tensorflow as tf
import weakref

class Batch:
    __slots__ = ("x", "y", "__weakref__")
    def __init__(self, x, y):
        self.x, self.y = x, y
    def __iter__(self):
        return iter((self.x, self.y))

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data, self.labels, self.batch_size = data, labels, batch_size
        self._alive = weakref.WeakValueDictionary()

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        batch = self._alive.get(idx)
        if batch is None:
            rows = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
            batch = Batch(np.asarray(self.data[rows]), np.asarray(self.labels[rows]))
            self._alive[idx] = batch
        return tuple(batch)

# %% grouped_errors | 3 | what went wrong comes as a group, with a note
import math, numpy as np, tensorflow as tf
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError("data and labels differ in length")
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        if idx not in range(len(self)):
            raise IndexError(idx)
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        parts, errors = [], []
        for source in (self.data, self.labels):
            try:
                parts.append(np.asarray(source[s]))
            except Exception as e:
                errors.append(e)
        if errors:
            raise ExceptionGroup(f"batch {idx}", errors)
        if any(p.dtype.kind not in "biufc" for p in parts):
            raise TypeError(f"batch {idx}: {[str(p.dtype) for p in parts]}")
        return tuple(parts)
