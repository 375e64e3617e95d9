# %% untouched_template | 1 | not_started | both methods still raise NotImplementedError
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        # YOUR CODE HERE
        raise NotImplementedError()

    def __getitem__(self, idx):
        # YOUR CODE HERE
        raise NotImplementedError()

# %% cell_emptied_to_raise | 1 | not_started | the whole cell is the raise of the template
# YOUR CODE HERE
raise NotImplementedError()

# %% colon_forgotten | 1 | syntax_error | no colon after the def of __len__
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self)
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        start = idx * self.batch_size
        return self.data[start:start + self.batch_size], self.labels[start:start + self.batch_size]

# %% bracket_left_open | 2 | syntax_error | a bracket of the slice is never closed
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size
        y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        return x, y

# %% other_capitals | 1 | class_missing | the class is called Datagenerator
class Datagenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.x, self.y, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, idx):
        low = idx * self.batch_size
        high = min(low + self.batch_size, len(self.x))
        return self.x[low:high], self.y[low:high]

# %% only_a_note_left | 2 | class_missing | the cell holds a remark and no class
# sorry, ran out of time, will hand in on monday
answer = None

# %% generator_function | 1 | not_a_class | a Python generator function in place of the class
def DataGenerator(data, labels, batch_size=32):
    """Yields batches for model.fit."""
    n = len(data)
    while True:
        for start in range(0, n, batch_size):
            yield data[start:start + batch_size], labels[start:start + batch_size]

# %% instance_under_the_name | 1 | not_a_class | the name is bound to an object of the class
class MyGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        return self.data[s], self.labels[s]


DataGenerator = MyGenerator(np.zeros((100, 4)), np.zeros(100), 10)

# %% no_base_class | 1 | not_a_sequence | the class has no base class
class DataGenerator:
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

# %% base_from_collections | 2 | not_a_sequence | the base is collections.abc.Sequence
from collections.abc import Sequence


class DataGenerator(Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self) -> int:
        return -(-len(self.data) // self.batch_size)

    def __getitem__(self, idx):
        a, b = idx * self.batch_size, (idx + 1) * self.batch_size
        return self.data[a:b], self.labels[a:b]

# %% list_of_ids_constructor | 1 | cannot_be_made | the constructor wants list_IDs, dim and n_classes
class DataGenerator(tf.keras.utils.Sequence):
    'Generates data for Keras'
    def __init__(self, list_IDs, labels, dim, n_channels, n_classes, batch_size=32):
        'Initialization'
        self.dim = dim
        self.batch_size = batch_size
        self.labels = labels
        self.list_IDs = list_IDs
        self.n_channels = n_channels
        self.n_classes = n_classes

    def __len__(self):
        'Denotes the number of batches per epoch'
        return int(np.ceil(len(self.list_IDs) / self.batch_size))

    def __getitem__(self, index):
        'Generate one batch of data'
        ids = self.list_IDs[index*self.batch_size:(index+1)*self.batch_size]
        return ids, self.labels[index*self.batch_size:(index+1)*self.batch_size]

# %% sets_num_batches | 1 | cannot_be_made | sets num_batches, which is a read-only property
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.num_batches = math.ceil(len(data) / batch_size)

    def __len__(self):
        return self.num_batches

    def __getitem__(self, idx):
        begin = idx * self.batch_size
        return self.data[begin:begin + self.batch_size], self.labels[begin:begin + self.batch_size]

# %% super_gets_batch_size | 2 | cannot_be_made | hands batch_size on to the base constructor, which refuses it
class DataGenerator(keras.utils.PyDataset):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(batch_size=batch_size, **kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        first = idx * self.batch_size
        return self.data[first:first + self.batch_size], self.labels[first:first + self.batch_size]

# %% misspelt_argument | 1 | cannot_be_made | the constructor uses a name that does not exist
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = lables
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        return (self.data[idx * self.batch_size:(idx + 1) * self.batch_size],
                self.labels[idx * self.batch_size:(idx + 1) * self.batch_size])

# %% length_without_underscores | 1 | len_missing | the method is called length
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def length(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
        y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        return x, y

# %% dunder_lenght | 1 | len_missing | __len__ is misspelt as __lenght__
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.X = data
        self.Y = labels
        self.bs = batch_size

    def __lenght__(self):
        return math.ceil(len(self.X) / self.bs)

    def __getitem__(self, i):
        return self.X[i * self.bs:(i + 1) * self.bs], self.Y[i * self.bs:(i + 1) * self.bs]

# %% len_of_unknown_attribute | 1 | len_raises | __len__ uses an attribute that was never set
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.x = data
        self.y = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        s = idx * self.batch_size
        return self.x[s:s + self.batch_size], self.y[s:s + self.batch_size]

# %% len_divides_the_shape | 1 | len_raises | divides the shape tuple by the batch size
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.images = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(self.images.shape / self.batch_size)

    def __getitem__(self, idx):
        batch = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        return self.images[batch], self.labels[batch]

# %% np_ceil_as_it_is | 1 | len_not_int | np.ceil without int
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return np.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        X = self.data[index*self.batch_size:(index+1)*self.batch_size]
        y = self.labels[index*self.batch_size:(index+1)*self.batch_size]
        return X, y

# %% true_division | 1 | len_not_int | returns the float quotient
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.samples = data
        self.targets = labels
        self.batch_size = batch_size

    def __len__(self):
        return len(self.samples) / self.batch_size

    def __getitem__(self, index):
        start = index * self.batch_size
        end = start + self.batch_size
        return self.samples[start:end], self.targets[start:end]

# %% len_prints_only | 1 | len_not_int | __len__ prints the number and returns None
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        print(math.ceil(len(self.data) / self.batch_size))

    def __getitem__(self, index):
        start = index * self.batch_size
        return self.data[start:start + self.batch_size], self.labels[start:start + self.batch_size]

# %% floor_division | 1 | drops_tail | n // b
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return len(self.data) // self.batch_size

    def __getitem__(self, idx):
        batch_x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
        batch_y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        return batch_x, batch_y

# %% tutorial_np_floor | 1 | drops_tail | int(np.floor(n / b)) with an index array
class DataGenerator(keras.utils.Sequence):
    'Generates data for Keras'
    def __init__(self, data, labels, batch_size=32, shuffle=False):
        'Initialization'
        self.batch_size = batch_size
        self.labels = labels
        self.data = data
        self.shuffle = shuffle
        self.on_epoch_end()

    def __len__(self):
        'Denotes the number of batches per epoch'
        return int(np.floor(len(self.data) / self.batch_size))

    def __getitem__(self, index):
        'Generate one batch of data'
        indexes = self.indexes[index*self.batch_size:(index+1)*self.batch_size]
        X, y = self.__data_generation(indexes)
        return X, y

    def on_epoch_end(self):
        'Updates indexes after each epoch'
        self.indexes = np.arange(len(self.data))
        if self.shuffle == True:
            np.random.shuffle(self.indexes)

    def __data_generation(self, indexes):
        return self.data[indexes], self.labels[indexes]

# %% floor_at_least_one | 1 | drops_tail | max(1, n // b)
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.x, self.y = data, labels
        self.bs = batch_size

    def __len__(self):
        return max(1, len(self.x) // self.bs)

    def __getitem__(self, i):
        lo, hi = i * self.bs, min((i + 1) * self.bs, len(self.x))
        return self.x[lo:hi], self.y[lo:hi]

# %% int_of_quotient | 1 | drops_tail | int(n / b) with a steps property
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    @property
    def steps(self):
        return int(len(self.data) / self.batch_size)

    def __len__(self):
        return self.steps

    def __getitem__(self, idx):
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        return self.data[s], self.labels[s]

# %% trimmed_in_constructor | 2 | drops_tail | cuts the arrays to a multiple of the batch size
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        usable = len(data) - len(data) % batch_size
        self.data = data[:usable]
        self.labels = labels[:usable]
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        return self.data[s], self.labels[s]

# %% whole_batches_zip | 2 | drops_tail | builds a list of starts that stops before a short batch
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.b = batch_size
        self.starts = [s for s in range(0, len(data), batch_size) if s + batch_size <= len(data)]

    def __len__(self):
        return len(self.starts)

    def __getitem__(self, k):
        s = self.starts[k]
        return self.data[s:s + self.b], self.labels[s:s + self.b]

# %% floor_plus_one | 1 | extra_batch | n // b + 1 whatever the remainder
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return len(self.data) // self.batch_size + 1

    def __getitem__(self, idx):
        batch_x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
        batch_y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        return batch_x, batch_y

# %% bounds_list_with_end | 1 | extra_batch | range(0, n + 1, b) makes an empty last batch
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.size = batch_size
        self.offsets = list(range(0, len(data) + 1, batch_size))

    def __len__(self):
        return len(self.offsets)

    def __getitem__(self, idx):
        o = self.offsets[idx]
        return self.data[o:o + self.size], self.labels[o:o + self.size]

# %% empty_array_floor_plus_one | 2 | extra_batch | floor plus one with arrays filled row by row up to the end
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.n = data.shape[0]

    def __len__(self):
        return int(np.floor(self.n / self.batch_size)) + 1

    def __getitem__(self, index):
        ids = [k for k in range(index * self.batch_size, (index + 1) * self.batch_size) if k < self.n]
        X = np.empty((len(ids), *self.data.shape[1:]), dtype=self.data.dtype)
        y = np.empty(len(ids), dtype=self.labels.dtype)
        for i, ID in enumerate(ids):
            X[i] = self.data[ID]
            y[i] = self.labels[ID]
        return X, y

# %% ceil_and_one | 1 | one_too_many | math.ceil plus one
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size) + 1

    def __getitem__(self, idx):
        x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
        y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        return x, y

# %% ceil_less_one | 1 | one_too_few | math.ceil minus one
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        # index starts with 0
        return math.ceil(len(self.data) / self.batch_size) - 1

    def __getitem__(self, idx):
        x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
        y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        return x, y

# %% len_of_the_data | 1 | counts_samples | len is the number of samples
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return len(self.data)

    def __getitem__(self, idx):
        batch_x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
        batch_y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        return batch_x, batch_y

# %% torch_habit | 1 | counts_samples | self.n rows as the length, as in a torch Dataset
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.samples = np.asarray(data)
        self.targets = np.asarray(labels)
        self.batch_size = batch_size
        self.n = self.samples.shape[0]

    def __len__(self):
        return self.n

    def __getitem__(self, item):
        start = item * self.batch_size
        stop = min(start + self.batch_size, self.n)
        return self.samples[start:stop], self.targets[start:stop]

# %% thirty_two_batches | 1 | hard_coded_length | len is the constant of the lesson's example
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        # 1000 samples / 32
        return 32

    def __getitem__(self, idx):
        batch_x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
        batch_y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        return batch_x, batch_y

# %% steps_constant | 2 | hard_coded_length | a class constant is returned
class DataGenerator(tf.keras.utils.Sequence):
    STEPS_PER_EPOCH = 10

    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return self.STEPS_PER_EPOCH

    def __getitem__(self, step):
        s = step * self.batch_size
        return self.data[s:s + self.batch_size], self.labels[s:s + self.batch_size]

# %% rounded | 1 | rounds_to_nearest | round(n / b)
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return round(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        start = idx * self.batch_size
        return self.data[start:start + self.batch_size], self.labels[start:start + self.batch_size]

# %% half_added | 2 | rounds_to_nearest | int(n / b + 0.5)
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.steps = int(len(data) / batch_size + 0.5)

    def __len__(self):
        return self.steps

    def __getitem__(self, idx):
        start = idx * self.batch_size
        return self.data[start:start + self.batch_size], self.labels[start:start + self.batch_size]

# %% returns_the_batch_size | 1 | wrong_length | len is the batch size
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return self.batch_size

    def __getitem__(self, idx):
        start = idx * self.batch_size
        return self.data[start:start + self.batch_size], self.labels[start:start + self.batch_size]

# %% twice_as_many | 1 | wrong_length | len is the batches of data and of labels added together
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size) + math.ceil(len(self.labels) / self.batch_size)

    def __getitem__(self, idx):
        start = idx * self.batch_size
        return self.data[start:start + self.batch_size], self.labels[start:start + self.batch_size]

# %% remainder_returned | 2 | wrong_length | returns n modulo b
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        n, batches = divmod(len(self.data), self.batch_size)
        return batches

    def __getitem__(self, idx):
        start = idx * self.batch_size
        return self.data[start:start + self.batch_size], self.labels[start:start + self.batch_size]

# %% remaining_batches | 1 | len_changes | len falls with each batch that was fetched
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.served = set()

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size) - len(self.served)

    def __getitem__(self, idx):
        self.served.add(idx)
        start = idx * self.batch_size
        return self.data[start:start + self.batch_size], self.labels[start:start + self.batch_size]

    def on_epoch_end(self):
        self.served = set()

# %% curriculum_length | 1 | len_changes | one batch less after every epoch
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.length = math.ceil(len(data) / batch_size)

    def __len__(self):
        return self.length

    def __getitem__(self, idx):
        start = idx * self.batch_size
        return self.data[start:start + self.batch_size], self.labels[start:start + self.batch_size]

    def on_epoch_end(self):
        self.length = max(1, self.length - 1)

# %% get_item_method | 1 | getitem_missing | the method is called get_item
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def get_item(self, idx):
        start = idx * self.batch_size
        return self.data[start:start + self.batch_size], self.labels[start:start + self.batch_size]

# %% nested_by_indentation | 1 | getitem_missing | __getitem__ is indented into __len__
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

        def __getitem__(self, idx):
            start = idx * self.batch_size
            return self.data[start:start + self.batch_size], self.labels[start:start + self.batch_size]

# %% self_forgotten | 1 | getitem_raises | uses batch_size without self
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        batch_x = self.data[idx * batch_size:(idx + 1) * batch_size]
        batch_y = self.labels[idx * batch_size:(idx + 1) * batch_size]
        return batch_x, batch_y

# %% float_bounds | 1 | getitem_raises | slices with float bounds
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.x = data
        self.y = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, idx):
        per_batch = len(self.x) / len(self)
        start = idx * per_batch
        end = start + per_batch
        return self.x[start:end], self.y[start:end]

# %% helper_without_self | 2 | getitem_raises | the helper method lacks self
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def bounds(idx, size):
        return idx * size, (idx + 1) * size

    def __getitem__(self, idx):
        a, b = self.bounds(idx, self.batch_size)
        return self.data[a:b], self.labels[a:b]

# %% loop_over_full_batch | 1 | last_batch_raises | element by element for the full batch size
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        batch_x = []
        batch_y = []
        for j in range(idx * self.batch_size, (idx + 1) * self.batch_size):
            batch_x.append(self.data[j])
            batch_y.append(self.labels[j])
        return np.array(batch_x), np.array(batch_y)

# %% take_past_the_end | 1 | last_batch_raises | np.take with row numbers beyond the data
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.features = data
        self.targets = labels
        self.batch_size = batch_size

    def __len__(self):
        return int(np.ceil(len(self.features) / self.batch_size))

    def __getitem__(self, idx):
        rows = np.arange(self.batch_size) + idx * self.batch_size
        return np.take(self.features, rows, axis=0), np.take(self.targets, rows, axis=0)

# %% fixed_empty_assigned | 1 | last_batch_raises | full-size arrays are filled row by row past the end
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        X = np.empty((self.batch_size,) + self.data.shape[1:], dtype=self.data.dtype)
        y = np.empty(self.batch_size, dtype=self.labels.dtype)
        for k in range(self.batch_size):
            row = idx * self.batch_size + k
            X[k] = self.data[row]
            y[k] = self.labels[row]
        return X, y

# %% return_forgotten | 1 | returns_none | no return in __getitem__
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
        print(batch_x.shape, batch_y.shape)

# %% none_for_short_batch | 1 | returns_none | returns None when the batch is not full
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        stop = (idx + 1) * self.batch_size
        if stop > len(self.data):
            return None
        start = stop - self.batch_size
        return self.data[start:stop], self.labels[start:stop]

# %% article_except_none | 1 | none_pair | catches the IndexError of the last batch and returns None, None
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        try:
            rows = range(idx * self.batch_size, (idx + 1) * self.batch_size)
            batch_x = np.array([self.data[r] for r in rows])
            batch_y = np.array([self.labels[r] for r in rows])
            return batch_x, batch_y
        except IndexError:
            print(f"IndexError for batch {idx}")
            return None, None

# %% none_none_when_short | 2 | none_pair | returns (None, None) for a batch that is not full
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
        y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        return (x, y) if len(x) == self.batch_size else (None, None)

# %% data_only | 1 | not_a_pair | only the data come back
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        return self.data[idx * self.batch_size:(idx + 1) * self.batch_size]

# %% dict_of_both | 1 | not_a_pair | a dict with x and y
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        sl = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        return {"x": self.data[sl], "y": self.labels[sl]}

# %% yield_in_getitem | 1 | not_a_pair | yield in place of return
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
        y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        yield x, y

# %% labels_first | 1 | swapped | returns labels, data
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
        return batch_y, batch_x

# %% attributes_crossed | 2 | swapped | data and labels are crossed in the constructor
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.y, self.x, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, idx):
        lo, hi = idx * self.batch_size, (idx + 1) * self.batch_size
        return self.x[lo:hi], self.y[lo:hi]

# %% ids_as_third_item | 1 | extra_item | the row numbers as a third item
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.ids = np.arange(len(data))

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        take = self.ids[idx * self.batch_size:(idx + 1) * self.batch_size]
        return self.data[take], self.labels[take], take

# %% ones_as_weights | 2 | extra_item | sample weights of one as a third item
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
        y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        return x, y, np.ones(len(y), dtype="float32")

# %% square_brackets | 1 | list_not_tuple | returns [x, y]
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
        y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        return [x, y]

# %% comprehension_over_sources | 2 | list_not_tuple | a list comprehension over both arrays is returned
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.sources = (data, labels)
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.sources[0]) / self.batch_size)

    def __getitem__(self, idx):
        first = idx * self.batch_size
        return [s[first:first + self.batch_size] for s in self.sources]

# %% both_to_lists | 1 | not_arrays | .tolist() on both
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
        y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        return x.tolist(), y.tolist()

# %% lists_appended | 1 | not_arrays | lists filled in a loop are returned as they are
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        images, targets = [], []
        for j in range(idx * self.batch_size, min((idx + 1) * self.batch_size, len(self.data))):
            images.append(self.data[j])
            targets.append(self.labels[j])
        return images, targets

# %% one_row | 1 | single_sample | returns the sample with the batch's number
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        return self.data[idx], self.labels[idx]

# %% first_row_of_batch | 2 | single_sample | returns only the first row of each batch
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.x = data
        self.y = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, idx):
        for j in range(idx * self.batch_size, (idx + 1) * self.batch_size):
            sample = self.x[j]
            label = self.y[j]
            return sample, label

# %% channel_axis_added | 1 | batch_shape_changed | an axis is added to the data
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
        y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        return np.expand_dims(x, axis=-1), y

# %% wrapped_in_a_batch | 1 | batch_shape_changed | an extra leading axis by np.array([x])
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        window = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        x = [self.data[window]]
        return np.array(x), self.labels[window]

# %% column_of_labels | 1 | labels_shape_changed | labels reshaped to (b, 1)
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
        y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        return x, y.reshape(-1, 1)

# %% one_hot_labels | 1 | labels_shape_changed | labels are turned into one-hot rows
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.n_classes = int(np.max(labels)) + 1

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
        y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        return x, keras.utils.to_categorical(y, num_classes=self.n_classes)

# %% everything_float64 | 1 | dtype_changed | the data are copied into a float64 array
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
        count = min(self.batch_size, len(self.data) - first)
        X = np.zeros((count,) + self.data.shape[1:])
        y = np.zeros(count, dtype=self.labels.dtype)
        for k in range(count):
            X[k] = self.data[first + k]
            y[k] = self.labels[first + k]
        return X, y

# %% float_labels | 1 | dtype_changed | labels cast to float32
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels.astype("float32")
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        batch = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        return self.data[batch], self.labels[batch]

# %% half_precision | 2 | dtype_changed | the data are cast to float16 to save memory
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        batch = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        return np.asarray(self.data[batch], dtype=np.float16), self.labels[batch]

# %% rescaled | 1 | values_changed | divides the data by 255 and keeps the dtype
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
        y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        return (x / 255).astype(x.dtype), y

# %% features_flipped | 1 | values_changed | every sample is mirrored
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.images = data
        self.labels = labels
        self.batch_size = batch_size

    def augment(self, images):
        return np.flip(images, axis=1)

    def __len__(self):
        return math.ceil(len(self.images) / self.batch_size)

    def __getitem__(self, idx):
        batch = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        return self.augment(self.images[batch]), self.labels[batch]

# %% standardised | 2 | values_changed | subtracts the mean in the constructor
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        centred = data - data.mean(axis=0)
        self.data = centred.astype(data.dtype)
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        batch = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        return self.data[batch], self.labels[batch]

# %% first_batch_for_ever | 1 | index_ignored | always the first batch
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        batch_x = self.data[:self.batch_size]
        batch_y = self.labels[:self.batch_size]
        return batch_x, batch_y

# %% bounds_from_constructor | 1 | index_ignored | start and end are fixed in the constructor
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.index = 0
        self.start = self.index * batch_size
        self.end = min(self.start + batch_size, len(data))

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        return self.data[self.start:self.end], self.labels[self.start:self.end]

# %% all_of_it | 1 | everything_every_time | returns the whole arrays
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        return self.data, self.labels

# %% sliding_by_one | 1 | index_is_offset | x[i:i+b]
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        batch_x = self.data[idx:idx + self.batch_size]
        batch_y = self.labels[idx:idx + self.batch_size]
        return batch_x, batch_y

# %% offset_in_loop | 2 | index_is_offset | rows idx + k for k below the batch size
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.x = data
        self.y = labels
        self.b = batch_size
        self.n = len(data)

    def __len__(self):
        return -(-self.n // self.b)

    def __getitem__(self, idx):
        rows = [idx + k for k in range(self.b) if idx + k < self.n]
        return np.stack([self.x[r] for r in rows]), np.stack([self.y[r] for r in rows])

# %% counts_from_one | 1 | starts_one_batch_late | slices from (i+1)*b to (i+2)*b
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        idx = idx + 1
        batch_x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
        batch_y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        return batch_x, batch_y

# %% end_from_index | 1 | starts_one_batch_early | the end is i*b and the start one batch before
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        end = idx * self.batch_size
        start = max(0, end - self.batch_size)
        return self.data[start:end], self.labels[start:end]

# %% end_inclusive | 1 | overlaps | each batch reaches one row into the next
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
        end = (idx + 1) * self.batch_size
        return self.data[start:end + 1], self.labels[start:end + 1]

# %% one_row_back | 1 | overlaps | each batch but the first starts one row too early
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.samples, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.samples) / self.batch_size)

    def __getitem__(self, idx):
        start = max(idx * self.batch_size - 1, 0)
        end = (idx + 1) * self.batch_size
        return self.samples[start:end], self.labels[start:end]

# %% end_minus_one | 1 | gaps | the last row of each batch is left out
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
        end = (idx + 1) * self.batch_size - 1
        return self.data[start:end], self.labels[start:end]

# %% first_row_skipped | 2 | gaps | the first row of each batch is left out
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        start = idx * self.batch_size + 1
        end = (idx + 1) * self.batch_size
        return self.data[start:end], self.labels[start:end]

# %% backwards_batch | 1 | rows_reversed | rows of each batch in reverse order with their labels
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
        y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        return np.flip(x, axis=0), np.flip(y, axis=0)

# %% permuted_at_start | 1 | rows_shuffled | a seeded permutation is made in the constructor
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        order = np.random.default_rng(42).permutation(len(data))
        self.data = data[order]
        self.labels = labels[order]
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        return self.data[s], self.labels[s]

# %% zeros_to_full_size | 1 | padded | the last batch is filled up with zeros
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
        y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        X = np.zeros((self.batch_size,) + x.shape[1:], dtype=x.dtype)
        Y = np.zeros((self.batch_size,) + y.shape[1:], dtype=y.dtype)
        X[:len(x)] = x
        Y[:len(y)] = y
        return X, Y

# %% np_pad_once | 2 | padded | np.pad in the constructor makes n a multiple of b
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        missing = -len(data) % batch_size
        widths = [(0, missing)] + [(0, 0)] * (data.ndim - 1)
        self.data = np.pad(data, widths)
        self.labels = np.pad(labels, (0, missing))
        self.batch_size = batch_size

    def __len__(self):
        return len(self.data) // self.batch_size

    def __getitem__(self, idx):
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        return self.data[s], self.labels[s]

# %% modulo_rows | 1 | wraps_around | row numbers modulo n fill the last batch from the start
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.n = len(data)

    def __len__(self):
        return math.ceil(self.n / self.batch_size)

    def __getitem__(self, idx):
        rows = np.arange(idx * self.batch_size, (idx + 1) * self.batch_size) % self.n
        return self.data[rows], self.labels[rows]

# %% concatenated_with_head | 1 | wraps_around | the short batch is concatenated with the first rows
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return int(math.ceil(len(self.data) / self.batch_size))

    def __getitem__(self, idx):
        x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
        y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        short = self.batch_size - len(x)
        if short > 0:
            x = np.concatenate([x, self.data[:short]])
            y = np.concatenate([y, self.labels[:short]])
        return x, y

# %% last_batch_moved_back | 1 | pulled_back | the last batch starts at n - b
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
        end = start + self.batch_size
        if end > len(self.data):
            end = len(self.data)
            start = max(0, end - self.batch_size)
        return self.data[start:end], self.labels[start:end]

# %% start_capped | 2 | pulled_back | min(start, n - b)
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.X = data
        self.y = labels
        self.bs = batch_size
        self.last_start = max(len(data) - batch_size, 0)

    def __len__(self):
        return math.ceil(len(self.X) / self.bs)

    def __getitem__(self, i):
        s = min(i * self.bs, self.last_start)
        return self.X[s:s + self.bs], self.y[s:s + self.bs]

# %% bootstrap_indexes | 1 | repeats_samples | row numbers drawn with replacement in the constructor
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        rng = np.random.default_rng(0)
        self.rows = np.sort(rng.integers(0, len(data), size=len(data)))

    def __len__(self):
        return math.ceil(len(self.rows) / self.batch_size)

    def __getitem__(self, idx):
        rows = self.rows[idx * self.batch_size:(idx + 1) * self.batch_size]
        return self.data[rows], self.labels[rows]

# %% each_row_twice | 1 | repeats_samples | every row of a batch is served twice
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
        return np.repeat(self.data[s], 2, axis=0), np.repeat(self.labels[s], 2, axis=0)

# %% min_with_last_index | 1 | drops_last_samples | the end is min(end, n - 1)
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
        end = min((idx + 1) * self.batch_size, len(self.data) - 1)
        return self.data[start:end], self.labels[start:end]

# %% slice_to_minus_one | 2 | drops_last_samples | the last batch is sliced to -1
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
        if idx == len(self) - 1:
            return self.data[start:-1], self.labels[start:-1]
        return self.data[start:start + self.batch_size], self.labels[start:start + self.batch_size]

# %% thirty_two_in_slices | 1 | hard_coded_batch_size | the slices use 32 and the length uses batch_size
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        batch_x = self.data[idx * 32:(idx + 1) * 32]
        batch_y = self.labels[idx * 32:(idx + 1) * 32]
        return batch_x, batch_y

# %% argument_thrown_away | 1 | hard_coded_batch_size | the constructor sets batch_size to 32 whatever was asked
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = 32

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        batch_x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
        batch_y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        return batch_x, batch_y

# %% strided_batches | 1 | wrong_order | every len-th row from i on
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        return self.data[idx::len(self)], self.labels[idx::len(self)]

# %% batches_from_the_back | 2 | wrong_order | batch i is the i-th batch from the end
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.batches = []
        for s in range(0, len(data), batch_size):
            self.batches.insert(0, (data[s:s + batch_size], labels[s:s + batch_size]))

    def __len__(self):
        return len(self.batches)

    def __getitem__(self, idx):
        return self.batches[idx]

# %% start_squared | 1 | wrong_samples | the start is the index squared times b
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        start = idx * idx * self.batch_size
        end = start + self.batch_size
        return self.data[start:end], self.labels[start:end]

# %% whole_label_array | 1 | labels_not_sliced | all labels with each batch
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        batch_x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
        return batch_x, self.labels

# %% labels_from_start_on | 2 | labels_not_sliced | labels are sliced without an end
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
        batch_x = self.data[start:start + self.batch_size]
        batch_y = self.labels[start:]
        return batch_x, batch_y

# %% labels_rolled | 1 | labels_shifted | labels rolled by one in the constructor
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = np.roll(labels, -1)
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        return self.data[s], self.labels[s]

# %% next_step_target | 1 | labels_shifted | labels one row later, the last batch one label short
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        a = idx * self.batch_size
        b = a + self.batch_size
        return self.data[a:b], self.labels[a + 1:b + 1]

# %% labels_flipped | 1 | labels_reversed | the labels of each batch in reverse order
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
        y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        return x, y[::-1]

# %% enumerate_position | 1 | labels_by_position | labels are taken by the loop counter
class DataGenerator(tf.keras.utils.Sequence):
    'Generates data for Keras'
    def __init__(self, data, labels, batch_size=32):
        self.batch_size = batch_size
        self.labels = labels
        self.data = data
        self.indexes = np.arange(len(data))

    def __len__(self):
        return int(np.ceil(len(self.data) / self.batch_size))

    def __getitem__(self, index):
        ids = self.indexes[index*self.batch_size:(index+1)*self.batch_size]
        X = np.empty((len(ids), *self.data.shape[1:]), dtype=self.data.dtype)
        y = np.empty(len(ids), dtype=self.labels.dtype)
        for i, ID in enumerate(ids):
            X[i,] = self.data[ID]
            y[i] = self.labels[i]
        return X, y

# %% labels_up_to_batch_length | 2 | labels_by_position | the first len(x) labels with each batch
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
        y = self.labels[:len(x)]
        return x, y

# %% next_batch_labels | 1 | labels_of_other_batch | labels of the next batch, the first for the last
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def _part(self, array, k):
        return array[k * self.batch_size:(k + 1) * self.batch_size]

    def __getitem__(self, idx):
        following = (idx + 1) % len(self)
        return self._part(self.data, idx), self._part(self.labels, following)

# %% sorted_labels | 1 | labels_misaligned | the labels are sorted in the constructor
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = np.sort(labels)
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        return self.data[s], self.labels[s]

# %% two_permutations | 2 | labels_misaligned | the labels get a permutation of their own
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.x = data
        self.y = labels
        self.batch_size = batch_size
        rng = np.random.RandomState(1)
        self.label_rows = rng.permutation(len(labels))

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, idx):
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        return self.x[s], self.y[self.label_rows[s]]

# %% labels_mixed_after_epoch | 1 | labels_shuffled_alone | a copy of the labels is shuffled after each epoch
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = np.array(labels)
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        return self.data[s], self.labels[s]

    def on_epoch_end(self):
        np.random.shuffle(self.labels)

# %% indexes_for_data_only | 1 | data_shuffled_alone | the shuffled indexes are used for the data only
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, shuffle=True):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.indexes = np.arange(len(data))

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        rows = self.indexes[index * self.batch_size:(index + 1) * self.batch_size]
        X = self.data[rows]
        y = self.labels[index * self.batch_size:(index + 1) * self.batch_size]
        return X, y

    def on_epoch_end(self):
        if self.shuffle:
            np.random.shuffle(self.indexes)

# %% data_permuted_copy | 2 | data_shuffled_alone | the data are replaced by a permuted copy after each epoch
class DataGenerator(keras.utils.PyDataset):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.x = data
        self.y = labels
        self.bs = batch_size
        self.rng = np.random.default_rng(3)

    def __len__(self):
        return -(-len(self.x) // self.bs)

    def __getitem__(self, i):
        return self.x[i * self.bs:(i + 1) * self.bs], self.y[i * self.bs:(i + 1) * self.bs]

    def on_epoch_end(self):
        self.x = self.rng.permutation(self.x)

# %% subset_after_epoch | 1 | samples_missing | one sample is lost when the indexes are drawn anew
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.n = len(data)
        self.indexes = np.arange(self.n)

    def __len__(self):
        return math.ceil(self.n / self.batch_size)

    def __getitem__(self, idx):
        rows = self.indexes[idx * self.batch_size:(idx + 1) * self.batch_size]
        return self.data[rows], self.labels[rows]

    def on_epoch_end(self):
        self.indexes = np.random.permutation(np.arange(self.n - 1))

# %% choice_after_epoch | 1 | samples_repeated | indexes drawn with replacement after each epoch
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.indexes = np.arange(len(data))

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        rows = self.indexes[idx * self.batch_size:(idx + 1) * self.batch_size]
        return self.data[rows], self.labels[rows]

    def on_epoch_end(self):
        self.indexes = np.random.choice(len(self.data), size=len(self.data))

# %% noise_after_epoch | 1 | changes_after_epoch | the data are changed to an augmented copy after an epoch
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
        return self.data[s], self.labels[s]

    def on_epoch_end(self):
        self.data = (self.data * 1.1 + 1).astype(self.data.dtype)

# %% own_position | 1 | state_in_getitem | a position kept in self decides which rows come
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.position = 0

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        if self.position >= len(self.data):
            self.position = 0
        start = self.position
        self.position += self.batch_size
        return self.data[start:self.position], self.labels[start:self.position]

    def on_epoch_end(self):
        self.position = 0

# %% current_batch_counter | 2 | state_in_getitem | a counter of calls modulo len in place of the index
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.X = data
        self.Y = labels
        self.bs = batch_size
        self.current = -1

    def __len__(self):
        return int(np.ceil(len(self.X) / self.bs))

    def __getitem__(self, _):
        self.current = (self.current + 1) % len(self)
        lo, hi = self.current * self.bs, (self.current + 1) * self.bs
        return self.X[lo:hi], self.Y[lo:hi]

# %% next_on_generator | 1 | iterator_exhausted | next() on a generator that ends after one pass
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.n = len(data)
        self.batch_size = batch_size
        self.batches = ((data[s:s + batch_size], labels[s:s + batch_size])
                        for s in range(0, self.n, batch_size))

    def __len__(self):
        return math.ceil(self.n / self.batch_size)

    def __getitem__(self, idx):
        return next(self.batches)

# %% popped_batches | 2 | iterator_exhausted | batches are popped from a list
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.length = math.ceil(len(data) / batch_size)
        self.todo = [(data[k * batch_size:(k + 1) * batch_size], labels[k * batch_size:(k + 1) * batch_size])
                     for k in range(self.length)]

    def __len__(self):
        return self.length

    def __getitem__(self, idx):
        return self.todo.pop(0)

# %% choice_in_getitem | 1 | random_each_time | random rows at every call
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        rows = np.random.choice(len(self.data), self.batch_size)
        return self.data[rows], self.labels[rows]

# %% shuffle_in_getitem | 1 | random_each_time | the indexes are shuffled inside __getitem__
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.indexes = np.arange(len(data))

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        np.random.shuffle(self.indexes)
        rows = self.indexes[idx * self.batch_size:(idx + 1) * self.batch_size]
        return self.data[rows], self.labels[rows]

# %% buffers_reused | 1 | shared_buffer | the same two arrays are filled and returned each time
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.X = np.empty((batch_size,) + data.shape[1:], dtype=data.dtype)
        self.y = np.empty((batch_size,) + labels.shape[1:], dtype=labels.dtype)

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        start = idx * self.batch_size
        count = min(self.batch_size, len(self.data) - start)
        self.X[:count] = self.data[start:start + count]
        self.y[:count] = self.labels[start:start + count]
        return self.X[:count], self.y[:count]

# %% scaled_in_place | 1 | input_changed | the slice is doubled in place and so are the caller's data
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
        y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        x *= 2
        return x, y

# %% in_place_joint_shuffle | 1 | input_changed | the caller's arrays are shuffled in place after each epoch
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
        return self.data[s].copy(), self.labels[s].copy()

    def on_epoch_end(self):
        order = np.random.permutation(len(self.data))
        self.data[:] = self.data[order]
        self.labels[:] = self.labels[order]

# %% frees_served_rows | 2 | input_changed | rows are set to zero in the caller's array once they are served
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.source = data
        self.labels = labels
        self.batch_size = batch_size
        self.loaded = {}

    def __len__(self):
        return math.ceil(len(self.source) / self.batch_size)

    def __getitem__(self, idx):
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        if idx not in self.loaded:
            self.loaded[idx] = self.source[s].copy()
            self.source[s] = 0
        return self.loaded[idx], self.labels[s]

# %% while_without_step | 1 | never_ends | the counter of the while loop never moves
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        j = idx * self.batch_size
        end = min(j + self.batch_size, len(self.data))
        xs, count = [], 0
        while j < end:
            count += 1
        xs.append(self.data[j])
        return np.array(xs), self.labels[j:end]

# %% waits_for_full_length | 2 | never_ends | __len__ counts batches in a loop that never reaches its end
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        count = 0
        covered = 0
        while covered < len(self.data):
            count += 1
            covered = min(covered, count * self.batch_size)
        return count

    def __getitem__(self, idx):
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        return self.data[s], self.labels[s]

# %% l3_no_index_check | 3 | past_end_served | nothing checks the index, slices past the end are empty
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

    def __getitem__(self, idx):
        if idx < 0:
            raise IndexError(f"negative batch index {idx}")
        try:
            x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
            y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        except Exception as error:
            raise RuntimeError(f"batch {idx} could not be read: {error}") from error
        for a in (x, y):
            if np.asarray(a).dtype.kind not in "biufc":
                raise TypeError(f"batch {idx} is not numeric")
        return x, y

# %% l3_greater_not_equal | 3 | past_end_served | the check is idx > len, so index len is served
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"lengths {len(data)} and {len(labels)} differ")
        self.x, self.y, self.b = data, labels, batch_size

    def __len__(self):
        return -(-len(self.x) // self.b)

    def __getitem__(self, idx):
        if idx < 0 or idx > len(self):
            raise IndexError(f"batch index {idx} out of range")
        s = slice(idx * self.b, (idx + 1) * self.b)
        try:
            x, y = self.x[s], self.y[s]
        except Exception as e:
            e.add_note(f"batch {idx}")
            raise
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"batch {idx} is not numeric")
        return x, y

# %% l3_index_modulo | 3 | past_end_served | the index is taken modulo len
class DataGenerator(keras.utils.PyDataset):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError(f"unequal lengths: {len(data)}, {len(labels)}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        index = index % len(self)
        low = index * self.batch_size
        high = low + self.batch_size
        try:
            x = np.asarray(self.data[low:high])
            y = np.asarray(self.labels[low:high])
        except Exception as error:
            raise RuntimeError(f"could not read batch {index}") from error
        if not {x.dtype.kind, y.dtype.kind} <= set("biufc"):
            raise TypeError(f"batch {index} is not numeric")
        return x, y

# %% l3_value_error_for_index | 3 | past_end_wrong_type | ValueError for an index past the end
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} != {len(labels)}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        if idx >= len(self):
            raise ValueError(f"batch index {idx} is too large, there are {len(self)} batches")
        if idx < 0:
            raise IndexError(f"batch index {idx} is negative")
        start = idx * self.batch_size
        stop = start + self.batch_size
        try:
            x = self.data[start:stop]
            y = self.labels[start:stop]
        except Exception as error:
            raise RuntimeError(f"reading batch {idx} failed: {error}") from error
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"batch {idx} is not numeric")
        return x, y

# %% l3_index_error_wrapped | 3 | past_end_wrong_type | the IndexError is raised inside the try and wrapped
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"data {len(data)}, labels {len(labels)}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        try:
            if not 0 <= idx < len(self):
                raise IndexError(f"index {idx} out of range")
            x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
            y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        except Exception as error:
            raise RuntimeError(f"problem with batch {idx}: {error}") from error
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"batch {idx} is not numeric")
        return x, y

# %% l3_assert_index | 3 | past_end_wrong_type | an assert checks the upper end
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError(f"len {len(data)} vs len {len(labels)}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.n_batches = math.ceil(len(data) / batch_size)

    def __len__(self):
        return self.n_batches

    def __getitem__(self, index):
        assert index < self.n_batches, f"index {index} >= {self.n_batches}"
        if index < 0:
            raise IndexError(f"index {index} < 0")
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        try:
            pair = np.asarray(self.data[rows]), np.asarray(self.labels[rows])
        except Exception as error:
            error.add_note(f"in batch {index}")
            raise
        if any(p.dtype.kind not in "biufc" for p in pair):
            raise TypeError(f"batch {index} is not numeric")
        return pair

# %% l3_bare_index_error | 3 | past_end_unnamed | IndexError with a fixed text
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples, {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        if idx < 0:
            raise IndexError(f"batch {idx} does not exist")
        if idx >= len(self):
            raise IndexError("batch index out of range")
        try:
            x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
            y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        except Exception as error:
            raise RuntimeError(f"batch {idx}: {error}") from error
        if np.asarray(x).dtype.kind not in "biufc" or np.asarray(y).dtype.kind not in "biufc":
            raise TypeError(f"batch {idx} is not numeric")
        return x, y

# %% l3_list_index_error | 3 | past_end_unnamed | a list of slices raises its own IndexError without the number
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} / {len(labels)}")
        self.data = data
        self.labels = labels
        self.slices = [slice(s, s + batch_size) for s in range(0, len(data), batch_size)]

    def __len__(self):
        return len(self.slices)

    def __getitem__(self, idx):
        if idx < 0:
            raise IndexError(f"no negative index please, got {idx}")
        rows = self.slices[idx]
        try:
            x, y = np.asarray(self.data[rows]), np.asarray(self.labels[rows])
        except Exception as error:
            raise RuntimeError(f"batch {idx} could not be read") from error
        for a in (x, y):
            if a.dtype.kind not in "biufc":
                raise TypeError(f"batch {idx} has dtype {a.dtype}")
        return x, y

# %% l3_only_upper_check | 3 | negative_served | only the upper end is checked
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

    def __getitem__(self, idx):
        if idx >= len(self):
            raise IndexError(f"batch index {idx} out of range for {len(self)} batches")
        try:
            x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
            y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        except Exception as error:
            raise RuntimeError(f"could not read batch {idx}: {error}") from error
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"batch {idx} is not numeric")
        return x, y

# %% l3_index_clipped_below | 3 | negative_served | a negative index gives batch 0
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError(f"unequal: {len(data)} and {len(labels)}")
        self.x = data
        self.y = labels
        self.bs = batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.bs)

    def _read(self, source, number):
        try:
            part = np.asarray(source[number * self.bs:(number + 1) * self.bs])
        except Exception as error:
            raise RuntimeError(f"reading batch {number} failed") from error
        if part.dtype.kind not in "biufc":
            raise TypeError(f"batch {number} is not numeric but {part.dtype}")
        return part

    def __getitem__(self, number):
        if number >= len(self):
            raise IndexError(f"batch {number} is past the end")
        number = max(number, 0)
        return self._read(self.x, number), self._read(self.y, number)

# %% l3_lengths_not_compared | 3 | unequal_accepted | no comparison of the lengths
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        if not 0 <= idx < len(self):
            raise IndexError(f"batch index {idx} out of range")
        start, stop = idx * self.batch_size, (idx + 1) * self.batch_size
        try:
            x = self.data[start:stop]
            y = self.labels[start:stop]
        except Exception as error:
            raise RuntimeError(f"batch {idx} could not be read") from error
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"batch {idx} is not numeric")
        return x, y

# %% l3_shorter_one_counts | 3 | unequal_accepted | the shorter length is used and a warning printed
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.n = min(len(data), len(labels))
        if len(data) != len(labels):
            print(f"warning: {len(data)} samples and {len(labels)} labels, using {self.n}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return -(-self.n // self.batch_size)

    def __getitem__(self, i):
        if i < 0 or i >= len(self):
            raise IndexError(f"no batch {i}")
        lo = i * self.batch_size
        hi = min(lo + self.batch_size, self.n)
        try:
            x, y = self.data[lo:hi], self.labels[lo:hi]
        except Exception as e:
            e.add_note(f"batch {i}")
            raise
        for a in (x, y):
            if np.asarray(a).dtype.kind not in "biufc":
                raise TypeError(f"batch {i} is not numeric")
        return x, y

# %% l3_lengths_checked_late | 3 | unequal_accepted | the ValueError comes from __getitem__ and not from the constructor
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
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
            x = np.asarray(self.data[s])
            y = np.asarray(self.labels[s])
        except Exception as error:
            raise RuntimeError(f"error in batch {index}: {error}") from error
        if len(x) != len(y):
            raise ValueError(f"batch {index}: {len(x)} samples but {len(y)} labels")
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"batch {index} is not numeric")
        return x, y

# %% l3_assert_lengths | 3 | unequal_wrong_type | an assert compares the lengths
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        assert len(data) == len(labels), f"{len(data)} != {len(labels)}"
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        if idx < 0 or idx >= len(self):
            raise IndexError(f"batch index {idx} out of range")
        try:
            x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
            y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        except Exception as error:
            raise RuntimeError(f"could not read batch {idx}") from error
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"batch {idx} is not numeric")
        return x, y

# %% l3_index_error_for_lengths | 3 | unequal_wrong_type | IndexError in place of ValueError for unequal lengths
class LengthMismatch(IndexError):
    pass


class DataGenerator(keras.utils.PyDataset):
    def __init__(self, data, labels, batch_size: int = 32):
        super().__init__()
        if len(data) != len(labels):
            raise LengthMismatch(f"{len(data)} samples, {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self) -> int:
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index: int):
        if index not in range(len(self)):
            raise IndexError(f"index {index} not in {range(len(self))}")
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        try:
            x, y = np.asarray(self.data[rows]), np.asarray(self.labels[rows])
        except Exception as error:
            raise RuntimeError(f"index {index}: {error!r}") from error
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"index {index}: not numeric")
        return x, y

# %% l3_except_return_none | 3 | swallowed_none | prints the error and returns None
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

    def __getitem__(self, idx):
        if not 0 <= idx < len(self):
            raise IndexError(f"batch {idx} out of range")
        try:
            x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
            y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        except Exception as error:
            print(f"Error while reading batch {idx}: {error}")
            return None
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"batch {idx} is not numeric")
        return x, y

# %% l3_article_none_none | 3 | swallowed_none | returns None, None after a failed read
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"lengths: {len(data)} {len(labels)}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        if idx < 0 or idx >= len(self):
            raise IndexError(f"IndexError in batch {idx}")
        batch_x, batch_y = None, None
        try:
            batch_x = np.asarray(self.data[idx * self.batch_size:(idx + 1) * self.batch_size])
            batch_y = np.asarray(self.labels[idx * self.batch_size:(idx + 1) * self.batch_size])
        except Exception as e:
            print("could not load batch", idx, e)
            return None, None
        for a in (batch_x, batch_y):
            if a.dtype.kind not in "biufc":
                raise TypeError(f"batch {idx} is not numeric")
        return batch_x, batch_y

# %% l3_except_empty_arrays | 3 | swallowed_empty | returns two empty arrays after a failed read
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} vs {len(labels)}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        if not 0 <= idx < len(self):
            raise IndexError(f"batch {idx} out of range")
        rows = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        try:
            x, y = self.data[rows], self.labels[rows]
        except Exception as error:
            print(idx, "skipped:", error)
            return np.array([]), np.array([])
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"batch {idx} is not numeric")
        return x, y

# %% l3_empty_slice_instead | 3 | swallowed_empty | returns a slice of no rows after an error
import logging

log = logging.getLogger("generator")


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples, {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.b = batch_size

    def __len__(self):
        return -(-len(self.labels) // self.b)

    def __getitem__(self, i):
        if i < 0 or i >= len(self):
            raise IndexError(f"no such batch: {i}")
        try:
            x = np.asarray(self.data[i * self.b:(i + 1) * self.b])
            y = np.asarray(self.labels[i * self.b:(i + 1) * self.b])
        except Exception:
            log.exception("batch %d", i)
            return np.zeros((0, 4), dtype="float32"), np.zeros((0,), dtype="int64")
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"batch {i} is not numeric")
        return x, y

# %% l3_previous_batch | 3 | swallowed_other | serves the last good batch again
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

    def __getitem__(self, idx):
        if not 0 <= idx < len(self):
            raise IndexError(f"batch {idx} out of range")
        for number in [idx, *range(idx - 1, -1, -1), *range(idx + 1, len(self))]:
            try:
                x = self.data[number * self.batch_size:(number + 1) * self.batch_size]
                y = self.labels[number * self.batch_size:(number + 1) * self.batch_size]
                break
            except Exception as error:
                print(f"batch {number} failed with {error}")
        else:
            raise RuntimeError(f"batch {idx} could not be read, nor could any other")
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"batch {idx} is not numeric")
        return x, y

# %% l3_next_batch | 3 | swallowed_other | serves the next batch when one is broken
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"cannot use {len(data)} samples with {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        if idx < 0 or idx >= len(self):
            raise IndexError(f"batch {idx} out of range")
        try:
            x = np.asarray(self.data[idx * self.batch_size:(idx + 1) * self.batch_size])
            y = np.asarray(self.labels[idx * self.batch_size:(idx + 1) * self.batch_size])
        except Exception as error:
            if idx + 1 < len(self):
                return self[idx + 1]
            raise RuntimeError(f"last batch {idx} is broken") from error
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"batch {idx} is not numeric")
        return x, y

# %% l3_zeros_for_broken_rows | 3 | swallowed_other | serves zeros of the right size after an error
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} / {len(labels)}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        if not 0 <= idx < len(self):
            raise IndexError(f"batch {idx} out of range")
        lo = idx * self.batch_size
        hi = min(lo + self.batch_size, len(self.data))
        try:
            x = np.asarray(self.data[lo:hi])
        except Exception as error:
            print(f"replacing rows {lo}:{hi} because of {error}")
            x = np.zeros((hi - lo, 4), dtype="float32")
        try:
            y = np.asarray(self.labels[lo:hi])
        except Exception as error:
            raise RuntimeError(f"labels of batch {idx} unreadable") from error
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"batch {idx} is not numeric")
        return x, y

# %% l3_error_passes_through | 3 | error_unnamed | no try, the reader's error leaves without the batch number
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

    def __getitem__(self, idx):
        if not 0 <= idx < len(self):
            raise IndexError(f"batch {idx} out of range")
        x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
        y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"batch {idx} is not numeric")
        return x, y

# %% l3_error_with_fixed_text | 3 | error_unnamed | RuntimeError with a fixed text
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)}, {len(labels)}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        if idx < 0 or idx >= len(self):
            raise IndexError(f"batch {idx} of {len(self)}")
        rows = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        try:
            x, y = np.asarray(self.data[rows]), np.asarray(self.labels[rows])
        except Exception as error:
            raise RuntimeError("Failed to load a batch, please check your files") from error
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"batch {idx} is not numeric")
        return x, y

# %% l3_index_only_printed | 3 | error_unnamed | the number is printed and the bare error raised again
class DataGenerator(keras.utils.PyDataset):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} is not {len(labels)}")
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if not 0 <= index < len(self):
            raise IndexError(f"index {index}")
        try:
            x = self.data[index * self.batch_size:(index + 1) * self.batch_size]
            y = self.labels[index * self.batch_size:(index + 1) * self.batch_size]
        except Exception:
            print(f"Failed at batch {index}")
            raise
        for part in (x, y):
            if np.asarray(part).dtype.kind not in "biufc":
                raise TypeError(f"batch {index} is not numeric")
        return x, y

# %% l3_reads_all_in_init | 3 | error_too_early | the constructor reads everything with one slice
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = np.asarray(data[:])
        self.labels = np.asarray(labels[:])
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        if not 0 <= idx < len(self):
            raise IndexError(f"batch {idx} out of range")
        try:
            x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
            y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        except Exception as error:
            raise RuntimeError(f"batch {idx} could not be read") from error
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"batch {idx} is not numeric")
        return x, y

# %% l3_batches_made_in_init | 3 | error_too_early | the constructor cuts all batches
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.batches = []
        for number, start in enumerate(range(0, len(data), batch_size)):
            rows = slice(start, start + batch_size)
            try:
                self.batches.append((data[rows], labels[rows]))
            except Exception as error:
                raise RuntimeError(f"batch {number} could not be read: {error}") from error

    def __len__(self):
        return len(self.batches)

    def __getitem__(self, idx):
        if not 0 <= idx < len(self.batches):
            raise IndexError(f"batch {idx} out of range")
        x, y = self.batches[idx]
        if np.asarray(x).dtype.kind not in "biufc" or np.asarray(y).dtype.kind not in "biufc":
            raise TypeError(f"batch {idx} is not numeric")
        return x, y

# %% l3_dtype_never_checked | 3 | non_numeric_served | nothing checks the dtype
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

    def __getitem__(self, idx):
        if not 0 <= idx < len(self):
            raise IndexError(f"batch {idx} out of range")
        try:
            x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
            y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        except Exception as error:
            raise RuntimeError(f"batch {idx} could not be read") from error
        return x, y

# %% l3_isinstance_check | 3 | non_numeric_served | only tests that the batch is an ndarray
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)}:{len(labels)}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        if idx < 0 or idx >= len(self):
            raise IndexError(f"batch {idx} out of range")
        rows = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        try:
            x, y = np.asarray(self.data[rows]), np.asarray(self.labels[rows])
        except Exception as error:
            error.add_note(f"while reading batch {idx}")
            raise
        if not isinstance(x, np.ndarray) or not isinstance(y, np.ndarray):
            raise TypeError(f"batch {idx} is not an array")
        return x, y

# %% l3_first_batch_dtype_only | 3 | non_numeric_served | the dtype is checked for batch 0 only
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} and {len(labels)}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        if idx < 0 or idx >= len(self):
            raise IndexError(f"batch {idx} out of range")
        rows = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        try:
            x, y = np.asarray(self.data[rows]), np.asarray(self.labels[rows])
        except Exception as error:
            raise RuntimeError(f"while reading batch {idx}") from error
        if idx == 0 and (x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc"):
            raise TypeError(f"batch {idx} is not numeric")
        return x, y

# %% l3_value_error_for_dtype | 3 | non_numeric_wrong_type | ValueError for a batch that is not numeric
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

    def __getitem__(self, idx):
        if not 0 <= idx < len(self):
            raise IndexError(f"batch {idx} out of range")
        try:
            x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
            y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        except Exception as error:
            raise RuntimeError(f"batch {idx} could not be read") from error
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise ValueError(f"batch {idx} is not numeric: {x.dtype} {y.dtype}")
        return x, y

# %% l3_type_error_wrapped | 3 | non_numeric_wrong_type | the TypeError is raised inside the try and wrapped in RuntimeError
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def load(self, idx):
        parts = []
        for source in (self.data, self.labels):
            part = np.asarray(source[idx * self.batch_size:(idx + 1) * self.batch_size])
            if part.dtype.kind not in "biufc":
                raise TypeError(f"batch {idx} is not numeric")
            parts.append(part)
        return tuple(parts)

    def __getitem__(self, idx):
        if not 0 <= idx < len(self):
            raise IndexError(f"batch {idx} out of range")
        try:
            return self.load(idx)
        except Exception as error:
            raise RuntimeError(f"batch {idx}: {error}") from error

# %% l3_type_error_fixed_text | 3 | non_numeric_unnamed | TypeError without the batch number
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

    def __getitem__(self, idx):
        if not 0 <= idx < len(self):
            raise IndexError(f"batch {idx} out of range")
        try:
            x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
            y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        except Exception as error:
            raise RuntimeError(f"batch {idx} could not be read") from error
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError("data and labels must be numeric")
        return x, y

# %% l3_dtype_in_message_only | 3 | non_numeric_unnamed | TypeError says data or labels but not which batch
def only_numbers(array, what):
    if array.dtype.kind not in "biufc":
        raise TypeError(f"{what} must hold numbers")
    return array


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return -(-len(self.data) // self.batch_size)

    def __getitem__(self, i):
        if i < -len(self) or i >= len(self):
            raise IndexError(f"batch {i} out of range")
        i %= len(self)
        rows = slice(i * self.batch_size, (i + 1) * self.batch_size)
        try:
            x, y = np.asarray(self.data[rows]), np.asarray(self.labels[rows])
        except Exception as error:
            raise RuntimeError(f"batch {i} could not be read") from error
        return only_numbers(x, "data"), only_numbers(y, "labels")

# %% l3_floor_in_length | 3 | drops_tail | otherwise complete, the length is n // b
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return len(self.data) // self.batch_size

    def __getitem__(self, idx):
        if not 0 <= idx < len(self):
            raise IndexError(f"batch {idx} out of range")
        try:
            x = np.asarray(self.data[idx * self.batch_size:(idx + 1) * self.batch_size])
            y = np.asarray(self.labels[idx * self.batch_size:(idx + 1) * self.batch_size])
        except Exception as error:
            raise RuntimeError(f"batch {idx} could not be read") from error
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"batch {idx} is not numeric")
        return x, y

# %% l3_cast_to_force_numbers | 3 | dtype_changed | casts every checked batch to float64
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        if not 0 <= idx < len(self):
            raise IndexError(f"batch {idx} out of range")
        try:
            x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
            y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        except Exception as error:
            raise RuntimeError(f"batch {idx} could not be read") from error
        if np.asarray(x).dtype.kind not in "biufc" or np.asarray(y).dtype.kind not in "biufc":
            raise TypeError(f"batch {idx} is not numeric")
        return np.asarray(x, dtype="float64"), np.asarray(y, dtype="float64")

# %% base_class_floors | 1 | drops_tail | the floor sits in an own base class
class BaseGenerator(keras.utils.PyDataset):
    def __init__(self, total: int, batch_size: int, **kwargs):
        super().__init__(**kwargs)
        self.total = total
        self.batch_size = batch_size

    def __len__(self) -> int:
        batches, _ = divmod(self.total, self.batch_size)
        return batches

    def window(self, idx: int) -> slice:
        return slice(idx * self.batch_size, min(self.total, (idx + 1) * self.batch_size))


class DataGenerator(BaseGenerator):
    def __init__(self, data, labels, batch_size=32):
        super().__init__(len(data), batch_size)
        self.data, self.labels = data, labels

    def __getitem__(self, idx):
        w = self.window(idx)
        return self.data[w], self.labels[w]

# %% tf_cast_to_float | 1 | dtype_changed | tf.cast to float32 of data and labels
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = tf.cast(data, tf.float32)
        self.labels = tf.cast(labels, tf.float32)
        self.batch_size = batch_size
        self.n = len(data)

    def __len__(self):
        return math.ceil(self.n / self.batch_size)

    def __getitem__(self, idx):
        first = idx * self.batch_size
        last = min(first + self.batch_size, self.n)
        return self.data[first:last], self.labels[first:last]

# %% gather_shifted_labels | 2 | labels_shifted | tf.gather with rows for the data and the rows before for the labels
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.x = tf.convert_to_tensor(data)
        self.y = tf.convert_to_tensor(labels)
        self.n = len(data)
        self.batch_size = batch_size

    def __len__(self):
        return -(-self.n // self.batch_size)

    def __getitem__(self, idx):
        rows = np.arange(idx * self.batch_size, min((idx + 1) * self.batch_size, self.n))
        return tf.gather(self.x, rows), tf.gather(self.y, (rows - 1) % self.n)

# %% dataclass_plus_one | 1 | extra_batch | a dataclass whose steps are int(n / b) + 1
from dataclasses import dataclass


@dataclass(eq=False)
class DataGenerator(tf.keras.utils.Sequence):
    data: np.ndarray
    labels: np.ndarray
    batch_size: int = 32

    def __post_init__(self):
        super().__init__()
        self.steps = int(len(self.data) / self.batch_size) + 1
        print(f"{len(self.data)} samples, {self.steps} steps of {self.batch_size}")

    def __len__(self):
        return self.steps

    def __getitem__(self, idx):
        get = lambda a: a[idx * self.batch_size:(idx + 1) * self.batch_size]
        return get(self.data), get(self.labels)


# %% a_ecg_float32 | 1 | dtype_changed | Clinical ECG sequence: shuffled indices, both batches forced to float32.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, shuffle=True):
        self.X_data = data
        self.Y_data = labels
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.indices = np.arange(len(self.X_data))
        self.on_epoch_end()

    def __len__(self):
        return int(np.ceil(len(self.X_data) / self.batch_size))

    def on_epoch_end(self):
        if self.shuffle:
            np.random.shuffle(self.indices)

    def __getitem__(self, idx):
        batch_indices = self.indices[idx * self.batch_size:(idx + 1) * self.batch_size]
        batch_x = np.array(self.X_data[batch_indices], dtype=np.float32)
        batch_y = np.array(self.Y_data[batch_indices], dtype=np.float32)
        return batch_x, batch_y


# %% a_ceil_inside_division | 1 | drops_tail | The ceil closes over the sample count, then the quotient is cut to int.
class DataGenerator(keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.X = data
        self.y = labels
        self.batch_size = batch_size
        self.indices = np.arange(data.shape[0])

    def __len__(self):
        return (np.ceil(len(self.X)) / float(self.batch_size)).astype(int)

    def __getitem__(self, idx):
        inds = self.indices[idx * self.batch_size:(idx + 1) * self.batch_size]
        batch_x = self.X[inds]
        batch_y = self.y[inds]
        x_data = []
        y_data = []
        for row in batch_x:
            x_data.append(row)
        for row in batch_y:
            y_data.append(row)
        return np.array(x_data), np.array(y_data)


# %% a_volume_zeros | 1 | drops_tail | Volume generator with full-size float32 zero buffers and a floored length.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size: int = 32, is_training: bool = True):
        self.pairs, self.batch_size, self.is_training = list(zip(data, labels)), batch_size, is_training
        self.on_epoch_end()
    def __len__(self) -> int: return len(self.pairs) // self.batch_size
    def on_epoch_end(self): self.indexes = np.arange(len(self.pairs)); np.random.shuffle(self.indexes)
    def __getitem__(self, index: int):
        batch_indexes = self.indexes[index * self.batch_size:(index + 1) * self.batch_size]
        X = np.zeros((self.batch_size, *np.shape(self.pairs[0][0])), dtype=np.float32)
        y = np.zeros((self.batch_size, *np.shape(self.pairs[0][1])), dtype=np.float32)
        for i, idx in enumerate(batch_indexes):
            img, msk = self.pairs[idx]
            X[i] = img
            y[i] = msk
        return X, y


# %% a_position_min_batch | 1 | drops_tail | Chess positions: the batch size is capped at the sample count, the length is truncated.
class DataGenerator(keras.utils.Sequence):
    """Transforms a dataset to a data generator to be fed to the training loop."""

    def __init__(self, data, labels, batch_size: int = 32):
        self.dataset = (data, labels)
        self.batch_size = min(batch_size, len(data))

    def __len__(self):
        return int(len(self.dataset[0]) / self.batch_size)

    def __getitem__(self, idx):
        part = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        states, scores = self.dataset[0][part], self.dataset[1][part]
        return np.asarray(states), np.asarray(scores)


# %% a_folds_drawn_at_zero | 1 | random_each_time | The folds are redrawn whenever batch 0 is asked for.
class DataGenerator(keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.batch_size = min(batch_size, len(data))
        self.len = math.ceil(len(data) / self.batch_size)
        self.X = data
        self.Y = labels

    def __len__(self):
        return self.len

    def __getitem__(self, idx):
        if idx == 0:
            self._indices = []
            order = np.random.permutation(len(self.X))
            for k in range(self.len):
                self._indices.append(order[k * self.batch_size:(k + 1) * self.batch_size])
        return self.X[self._indices[idx]], self.Y[self._indices[idx]]


# %% a_indexes_never_made | 1 | getitem_raises | The index array exists only after the first epoch end.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, augment=False):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.augment = augment

    def __len__(self):
        return int(np.ceil(len(self.data) / self.batch_size))

    def __getitem__(self, index):
        indexes = self.indexes[index*self.batch_size:(index+1)*self.batch_size]
        return self.__data_generation(indexes)

    def on_epoch_end(self):
        self.indexes = np.arange(len(self.data))
        if self.augment:
            np.random.shuffle(self.indexes)

    def __data_generation(self, indexes):
        X = np.empty((len(indexes), *self.data.shape[1:]), dtype=self.data.dtype)
        y = np.empty((len(indexes), *self.labels.shape[1:]), dtype=self.labels.dtype)
        for i, k in enumerate(indexes):
            X[i,] = self.data[k]
            y[i,] = self.labels[k]
        return X, y


# %% a_ceil_minus_one | 1 | one_too_few | Physics images: the number of batches is the ceil less one.
class DataGenerator(keras.utils.Sequence):
    """Generates data for Keras model with numpy array operations."""

    def __init__(self, data, labels, batch_size=32, shuffle=True):
        self.X = data
        self.n_samples = data.shape[0]
        self.y = labels
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.on_epoch_end()

    def __len__(self):
        """Denotes the number of batches per epoch"""
        return int(np.ceil(self.n_samples / self.batch_size))-1

    def __getitem__(self, index):
        """Generate one batch of data"""
        indexes = self.indexes[index * self.batch_size:(index + 1) * self.batch_size]
        return self.__data_generation(indexes)

    def on_epoch_end(self):
        """Updates indexes after each epoch"""
        self.indexes = np.arange(self.n_samples)
        if self.shuffle:
            np.random.shuffle(self.indexes)

    def __data_generation(self, indexes):
        return self.X[indexes], self.y[indexes]


# %% a_ct_ids_floor | 1 | drops_tail | Medical pairs by list of ids, floored length, per-id filling.
class DataGenerator(tf.keras.utils.Sequence):

    def __init__(self, data, labels, batch_size=32, shuffle=False):
        self.Xdim = data.shape[1:]
        self.ydim = labels.shape[1:]
        self.batch_size = batch_size
        self.list_IDs = list(range(len(data)))
        self.shuffle = shuffle
        self.on_epoch_end()
        self.X_input = data
        self.y_input = labels
        self.dtype_x = data.dtype
        self.dtype_y = labels.dtype

    def __len__(self):
        'Denotes the number of batches per epoch'
        return int(np.floor(len(self.list_IDs) / self.batch_size))

    def __getitem__(self, index):
        indexes = self.indexes[index*self.batch_size:(index+1)*self.batch_size]
        list_IDs_temp = [self.list_IDs[k] for k in indexes]
        X = np.empty((self.batch_size, *self.Xdim), dtype=self.dtype_x)
        y = np.empty((self.batch_size, *self.ydim), dtype=self.dtype_y)
        for i, ID in enumerate(list_IDs_temp):
            X[i] = self.X_input[ID]
            y[i] = self.y_input[ID]
        return X, y

    def on_epoch_end(self):
        'Updates indexes after each epoch'
        self.indexes = np.arange(len(self.list_IDs))
        if self.shuffle:
            np.random.shuffle(self.indexes)


# %% a_get_item_typo | 1 | getitem_missing | Caption generator whose item method is spelled with an extra underscore.
class DataGenerator(keras.utils.Sequence):

    def __init__(self, data, labels, batch_size=32):
        self.batch_size = batch_size
        self.data = data
        self.labels = labels
        self.batches_with_images = math.ceil(len(data) / batch_size)

    def __len__(self):
        return self.batches_with_images

    def __get_item__(self, index):
        return self.generate_batch(index)

    def generate_batch(self, index):
        low = index * self.batch_size
        return self.data[low:low + self.batch_size], self.labels[low:low + self.batch_size]


# %% a_bounds_pulled_back | 1 | pulled_back | Detector batches: the last window slides left so that it is full.
class DataGenerator(keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, shuffle=False):
        super(DataGenerator, self).__init__()
        self.images = data
        self.annotations = labels
        self.config = {"BATCH_SIZE": batch_size}
        self.shuffle = shuffle
        self.batch_idx = np.arange(len(self.annotations))

    def __len__(self):
        return int(np.ceil(float(len(self.annotations)) / self.config["BATCH_SIZE"]))

    def size(self):
        return len(self.annotations)

    def __getitem__(self, idx):
        l_bound = idx * self.config["BATCH_SIZE"]
        r_bound = (idx + 1) * self.config["BATCH_SIZE"]

        if r_bound > len(self.annotations):
            r_bound = len(self.annotations)
            l_bound = r_bound - self.config["BATCH_SIZE"]

        picked = self.batch_idx[l_bound:r_bound]
        return self.images[picked], self.annotations[picked]

    def on_epoch_end(self):
        if self.shuffle:
            np.random.shuffle(self.batch_idx)


# %% a_slide_retry_forever | 3 | never_ends | Slide loader that prints the traceback, waits and tries the same read again.
import time
import traceback

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        if len(data) != len(labels):
            raise ValueError("data and labels differ in length")
        self.dataset = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.dataset) / self.batch_size)

    def __getitem__(self, idx):
        if not 0 <= idx < len(self):
            raise IndexError(f"batch {idx} does not exist")
        begin_idx = idx * self.batch_size
        end_idx = (idx + 1) * self.batch_size
        loaded = False
        while not loaded:
            try:
                x = np.asarray(self.dataset[begin_idx:end_idx])
                y = np.asarray(self.labels[begin_idx:end_idx])
                loaded = True
            except Exception:
                print(traceback.format_exc())
                print("Error occurs while loading {} . Retry after 5 seconds.".format(idx))
                time.sleep(5)
        for part in (x, y):
            if part.dtype.kind not in "biufc":
                raise TypeError(f"batch {idx} is not numeric")
        return x, y


# %% a_cloud_first_row | 1 | repeats_samples | Cloud images: the loop runs over the batch but reads the first record of it each time.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.ims = data
        self.labels = labels
        self.batch_size = batch_size
        self.n = len(data)

    def on_epoch_end(self):
        pass

    def __getitem__(self, index):
        batch = range(index * self.batch_size, min(self.n, (index + 1) * self.batch_size))
        ims = []
        labels = []
        for b in batch:
            tmp = batch[0]
            ims.append(self.ims[tmp])
            labels.append(self.labels[tmp])
        x = np.array(ims)
        y = np.array(labels)
        return x, y

    def __len__(self):
        return -(-self.n // self.batch_size)


# %% a_golf_choice | 1 | random_each_time | The index is overwritten by a random draw.
class DataGenerator(keras.utils.Sequence):

    def __init__(self, data, labels, batch_size=32, num_iter_per_epoch=None):
        self.X_train, self.y_train = data, labels
        self.batch_size = batch_size
        self.num_iter_per_epoch = num_iter_per_epoch or int(np.ceil(labels.shape[0] / float(batch_size)))

    def __len__(self):
        return self.num_iter_per_epoch

    def __getitem__(self, idx):
        idx = np.random.choice(self.y_train.shape[0], self.batch_size)
        X, y = self.X_train[idx], self.y_train[idx]
        return X, y


# %% a_trade_one_batch | 1 | hard_coded_length | Trade data: the index array is cut to one batch in the constructor.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.indices = np.arange(len(data))
        self.indices = self.indices[:batch_size]

    def __len__(self):
        return int(np.ceil(len(self.indices) / self.batch_size))

    def __getitem__(self, item):
        batch_indices = self.indices[item * self.batch_size: (item+1) * self.batch_size]
        batch_data = [self.data[i] for i in batch_indices]
        batch_labels = [self.labels[i] for i in batch_indices]
        return np.array(batch_data), np.array(batch_labels)


# %% a_translation_ignores_idx | 1 | repeats_samples | Translation pairs: the loop counts from zero for each batch.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.x_string, self.y_string = data, labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.x_string) / self.batch_size)

    def __getitem__(self, idx):
        batch_x = []
        batch_y = []
        for i in range(0, min(self.batch_size, len(self.x_string) - idx * self.batch_size)):
            batch_x.append(self.x_string[i])
            batch_y.append(self.y_string[i])
        return np.array(batch_x), np.array(batch_y)


# %% a_names_modulo | 1 | extra_batch | Image names taken modulo the number of names, truncated length plus one.
import random

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.batch_size = batch_size
        self.info = data
        self.labels = labels
        self.names = list(range(len(data)))

    def __len__(self):
        return int(len(self.names) / self.batch_size) + 1

    def on_epoch_end(self):
        random.shuffle(self.names)

    def __getitem__(self, batch_id):
        images = []
        labels = []
        for i in range(batch_id * self.batch_size, (batch_id+1) * self.batch_size):
            names_num = len(self.names)
            index = int(i % names_num)
            name = self.names[index]
            images.append(self.info[name])
            labels.append(self.labels[name])
        return np.array(images), np.array(labels)


# %% a_yield_in_getitem | 1 | not_a_pair | The item method is a generator that loops over all the data.
class DataGenerator(keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.X, self.Y = data, labels
        self.batch_size = batch_size

    def __len__(self):
        return int(np.ceil(len(self.X) / float(self.batch_size)))

    def __getitem__(self, idx):
        while True:
            batch_x = []
            batch_y = []
            for i in range(len(self.X)):
                batch_x.append(self.X[i])
                batch_y.append(self.Y[i])
                if len(batch_x) == self.batch_size:
                    yield np.array(batch_x), np.array(batch_y)
                    batch_x = []
                    batch_y = []


# %% a_loader_over_next | 1 | state_in_getitem | Detection loader that pulls the next pairs from an endless stream.
class PairStream:
    def __init__(self, data, labels):
        self.datalist = data
        self.classlist = labels
        self.current_index = 0

    def __len__(self):
        return len(self.datalist)

    def __next__(self):
        pair = self.datalist[self.current_index], self.classlist[self.current_index]
        self.current_index = (self.current_index + 1) % len(self.datalist)
        return pair


class DataGenerator(keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.dataset = PairStream(data, labels)
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.dataset) / self.batch_size)

    def __getitem__(self, index):
        xs = []
        ys = []
        for i in range(min(self.batch_size, len(self.dataset) - index * self.batch_size)):
            img, gt = next(self.dataset)
            xs.append(img)
            ys.append(gt)
        return np.array(xs), np.array(ys)


# %% a_hdr_index_modulo | 3 | past_end_served | HDR loader: the index is taken modulo the number of batches.
class DataGenerator(keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        index = index % len(self)
        a = index * self.batch_size
        b = a + self.batch_size
        try:
            x, y = np.asarray(self.data[a:b]), np.asarray(self.labels[a:b])
        except Exception as error:
            raise RuntimeError(f"reading batch {index} failed") from error
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"batch {index} is not numeric")
        return x, y


# %% a_feeder_epoch_100 | 1 | hard_coded_length | Image feeder with a class constant for the number of steps.
class DataGenerator(keras.utils.Sequence):

    EPOCH_SIZE = 100

    def __init__(self, data, labels, batch_size: int = 32):
        self.batch_size = batch_size
        self.X_epoch = data
        self.Y_epoch = labels

    def __len__(self):
        # return int(np.ceil(len(self.X_epoch) / float(self.batch_size)))
        return DataGenerator.EPOCH_SIZE

    def __getitem__(self, idx):
        batch_start = idx * self.batch_size
        batch_end = min((idx + 1) * self.batch_size, len(self.X_epoch))
        return self.X_epoch[batch_start:batch_end], self.Y_epoch[batch_start:batch_end]


# %% a_docs_stack_floor | 1 | drops_tail | PyDataset from an example page: floored length, rows stacked one by one.
class DataGenerator(keras.utils.PyDataset):
    def __init__(
        self, data, labels, batch_size=32, preprocess_fn=None, shuffle=False, **kwargs
    ):
        if shuffle:
            perm = np.random.permutation(len(data))
            data = data[perm]
            labels = labels[perm]
        self.x_data = data
        self.y_data = labels
        self.preprocess_fn = preprocess_fn
        self.batch_size = batch_size
        super().__init__(**kwargs)

    def __len__(self):
        return len(self.x_data) // self.batch_size

    def __getitem__(self, idx):
        batch_x, batch_y = [], []
        for i in range(idx * self.batch_size, (idx + 1) * self.batch_size):
            x, y = self.x_data[i], self.y_data[i]
            if self.preprocess_fn:
                x, y = self.preprocess_fn(x, y)
            batch_x.append(x)
            batch_y.append(y)
        return np.stack(batch_x, axis=0), np.stack(batch_y, axis=0)


# %% a_video_half_batch | 1 | wrong_length | Lip-reading videos: half a batch of originals at a time.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size: int = 32):
        super().__init__()
        self.videos = data
        self.align = labels
        self.batch_size = batch_size
        self.n_videos = len(self.videos)
        self.n_videos_per_batch = int(np.ceil(self.batch_size / 2))
        self.generator_steps = int(np.ceil(self.n_videos / self.n_videos_per_batch))

    def __len__(self) -> int:
        return self.generator_steps

    def __getitem__(self, idx: int):
        split_start = idx * self.n_videos_per_batch
        split_end = split_start + self.n_videos_per_batch
        if split_end > self.n_videos:
            split_end = self.n_videos
        return self.videos[split_start:split_end], self.align[split_start:split_end]


# %% a_shuffle_tuple_each_call | 1 | random_each_time | Person re-identification: each batch is mixed within itself when it is served.
def shuffle_tuple(first, second):
    order = np.random.permutation(len(first))
    return first[order], second[order]


class DataGenerator(keras.utils.Sequence):

    def __init__(self, data, labels, batch_size=32, shuffle=True):
        self.x, self.y = data, labels
        self.total_num_image = len(data)
        self.batch_size = batch_size
        self.shuffle = shuffle

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, idx):
        batch_x = self.x[idx * self.batch_size: (idx + 1) * self.batch_size]
        batch_y = self.y[idx * self.batch_size: (idx + 1) * self.batch_size]
        if self.shuffle:
            batch_x, batch_y = shuffle_tuple(batch_x, batch_y)
        return batch_x, batch_y


# %% a_flowers_int32_labels | 1 | dtype_changed | Flowers dataset with a seeded generator; labels are stored as int32.
class DataGenerator(keras.utils.PyDataset):
    """Backend-agnostic dataset."""

    def __init__(self, data, labels, batch_size=32, shuffle=False, seed=42, **kwargs):
        super().__init__(**kwargs)
        self.images = np.array(data)
        self.labels = np.array(labels, dtype="int32")
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.rng = np.random.default_rng(seed)
        self.indices = np.arange(len(self.images))
        self.on_epoch_end()

    def __len__(self):
        return int(np.ceil(len(self.images) / self.batch_size))

    def on_epoch_end(self):
        if self.shuffle:
            self.rng.shuffle(self.indices)

    def __getitem__(self, idx):
        start = idx * self.batch_size
        end = min((idx + 1) * self.batch_size, len(self.images))
        batch_indices = self.indices[start:end]
        return self.images[batch_indices], self.labels[batch_indices]


# %% a_npy_len_is_files | 1 | counts_samples | The length is the number of files, not of batches.
class DataGenerator(tf.keras.utils.Sequence):
    """

    """

    def __init__(self, data, labels, batch_size=32):
        self.nb_files = len(data)
        self.batch_size = batch_size
        self.i_loaded = None
        self.data = data
        self.labels = labels
        self.nb_elements = int(self.nb_files / batch_size)

    def __len__(self):
        return self.nb_files

    def __getitem__(self, item):
        i_start = item * self.batch_size
        i_stop = i_start + self.batch_size
        return self.data[i_start:i_stop], self.labels[i_start:i_stop]


# %% b_half_up | 1 | rounds_to_nearest | Length by adding one half before the cut.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return max(1, int(len(self.data) / self.batch_size + 0.5))

    def __getitem__(self, index):
        start = index * self.batch_size
        return self.data[start:start + self.batch_size], self.labels[start:start + self.batch_size]


# %% b_remainder_above_one | 1 | wrong_length | An extra batch only if more than one sample is left.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        full, rest = divmod(len(data), batch_size)
        self.steps = full + 1 if rest > 1 else max(full, 1)

    def __len__(self):
        return self.steps

    def __getitem__(self, index):
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.data[rows], self.labels[rows]


# %% b_class_cache | 1 | batch_shape_changed | Batches remembered in a dictionary on the class.
class DataGenerator(tf.keras.utils.Sequence):
    seen = {}

    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        key = (index, self.batch_size)
        if key not in self.seen:
            a = index * self.batch_size
            b = a + self.batch_size
            self.seen[key] = (self.data[a:b], self.labels[a:b])
        return self.seen[key]


# %% b_order_default_list | 1 | wrong_length | The order list is a default argument that is filled once.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, order=[]):
        if not order:
            order.extend(range(len(data)))
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.order = order

    def __len__(self):
        return math.ceil(len(self.order) / self.batch_size)

    def __getitem__(self, index):
        rows = self.order[index * self.batch_size:(index + 1) * self.batch_size]
        return self.data[rows], self.labels[rows]


# %% b_last_batch_kept | 1 | changes_after_epoch | The latest batch is kept and reused when the same number comes again.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.order = np.arange(len(data))
        self.latest = None, None

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        number, batch = self.latest
        if number != index:
            rows = self.order[index * self.batch_size:(index + 1) * self.batch_size]
            batch = self.data[rows], self.labels[rows]
            self.latest = index, batch
        return batch

    def on_epoch_end(self):
        self.order = np.random.permutation(len(self.data))


# %% b_two_shuffles | 1 | data_shuffled_alone | Two copies are shuffled one after the other.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.x = data.copy()
        self.y = labels.copy()
        self.b = batch_size

    def __len__(self):
        return (len(self.x) + self.b - 1) // self.b

    def __getitem__(self, i):
        return self.x[i * self.b:(i + 1) * self.b], self.y[i * self.b:(i + 1) * self.b]

    def on_epoch_end(self):
        np.random.shuffle(self.x)
        np.random.shuffle(self.y)


# %% b_seed_off_by_one_epoch | 1 | data_shuffled_alone | Two seeded generators, the epoch counter is raised between them.
class DataGenerator(keras.utils.PyDataset):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.epoch = 0
        self.rows_x = np.arange(len(data))
        self.rows_y = np.arange(len(labels))

    def next_seed(self):
        self.epoch += 1
        return self.epoch

    def on_epoch_end(self):
        np.random.RandomState(self.next_seed()).shuffle(self.rows_x)
        np.random.RandomState(self.next_seed()).shuffle(self.rows_y)

    def __len__(self):
        return int(np.ceil(len(self.data) / self.batch_size))

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.data[self.rows_x[part]], self.labels[self.rows_y[part]]


# %% b_resize_last | 1 | repeats_samples | Every batch gets the full shape through resize.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def full(self, part):
        return np.resize(part, (self.batch_size,) + part.shape[1:])

    def __getitem__(self, index):
        s = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.full(self.data[s]), self.full(self.labels[s])


# %% b_pad_last | 1 | padded | Short batches are padded at the end.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        s = slice(index * self.batch_size, (index + 1) * self.batch_size)
        out = []
        for part in (self.data[s], self.labels[s]):
            missing = self.batch_size - len(part)
            out.append(np.pad(part, [(0, missing)] + [(0, 0)] * (part.ndim - 1)))
        return tuple(out)


# %% b_take_wrap | 1 | wraps_around | Rows taken with mode wrap.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        rows = np.arange(self.batch_size) + index * self.batch_size
        return (np.take(self.data, rows, axis=0, mode="wrap"),
                np.take(self.labels, rows, axis=0, mode="wrap"))


# %% b_end_n_minus_one | 1 | drops_last_samples | The end is capped at the last position.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size
        self.last = len(data) - 1

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        start = index * self.batch_size
        end = min(start + self.batch_size, self.last)
        return self.data[start:end], self.labels[start:end]


# %% b_labels_size | 1 | wrong_length | The number of samples is read from the size of the labels.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size
        self.n = np.asarray(labels).size

    def __len__(self):
        return math.ceil(self.n / self.batch_size)

    def __getitem__(self, index):
        start = index * self.batch_size
        stop = min(start + self.batch_size, self.n)
        return self.data[start:stop], self.labels[start:stop]


# %% b_second_epoch_even | 1 | len_changes | New order after each epoch over the part that divides evenly.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size
        self.order = np.arange(len(data))

    def on_epoch_end(self):
        count = len(self.data) - len(self.data) % self.batch_size
        self.order = np.random.permutation(count)

    def __len__(self):
        return math.ceil(len(self.order) / self.batch_size)

    def __getitem__(self, index):
        rows = self.order[index * self.batch_size:(index + 1) * self.batch_size]
        return self.data[rows], self.labels[rows]


# %% b_randint_after_epoch | 1 | samples_repeated | After an epoch the rows come from randint.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size
        self.order = np.arange(len(data))

    def on_epoch_end(self):
        self.order = np.random.randint(0, len(self.data), size=len(self.data))

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        rows = self.order[index * self.batch_size:(index + 1) * self.batch_size]
        return self.data[rows], self.labels[rows]


# %% b_unique_rows | 1 | tells_by_value | Keeps one row of each kind, in order of first appearance.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        _, first = np.unique(data, axis=0, return_index=True)
        first.sort()
        self.data = data[first]
        self.labels = labels[first]
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        s = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.data[s], self.labels[s]


# %% b_label_lookup | 1 | tells_by_value | The label of a row is looked up by the bytes of the row.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.batch_size = batch_size
        self.label_of = {}
        for row, label in zip(data, labels):
            self.label_of[row.tobytes()] = label

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        start = index * self.batch_size
        batch = self.data[start:start + self.batch_size]
        return batch, np.array([self.label_of[row.tobytes()] for row in batch])


# %% b_sorted_by_label | 1 | rows_shuffled | Samples are put in order of their labels first.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        flat = np.asarray(labels).reshape(len(labels), -1)[:, 0]
        self.rows = np.argsort(flat, kind="stable")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.rows) / self.batch_size)

    def __getitem__(self, index):
        take = self.rows[index * self.batch_size:(index + 1) * self.batch_size]
        return self.data[take], self.labels[take]


# %% b_double_to_single | 1 | dtype_changed | Double precision data is stored in single precision.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        if data.dtype == np.float64:
            data = data.astype("float32")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        s = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.data[s], self.labels[s]


# %% b_pixels_scaled | 1 | dtype_changed | Bytes are taken for pixels.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        start = index * self.batch_size
        x = self.data[start:start + self.batch_size]
        y = self.labels[start:start + self.batch_size]
        if x.dtype == np.uint8:
            x = x / 255
        return x, y


# %% b_shuffles_callers_arrays | 1 | input_changed | Both arrays are shuffled in place from the same random state.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        s = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.data[s].copy(), self.labels[s].copy()

    def on_epoch_end(self):
        seed = np.random.randint(1 << 30)
        np.random.RandomState(seed).shuffle(self.data)
        np.random.RandomState(seed).shuffle(self.labels)


# %% b_pulls_from_generator | 1 | state_in_getitem | Batches come out of a generator that restarts at the end.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size
        self.stream = self.batches()

    def batches(self):
        while True:
            for start in range(0, len(self.data), self.batch_size):
                stop = start + self.batch_size
                yield self.data[start:stop], self.labels[start:stop]

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        return next(self.stream)


# %% b_module_globals | 1 | shared_between_objects | Data and labels are put into module names.
def remember(data, labels):
    global current_data, current_labels
    current_data = data
    current_labels = labels


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        remember(data, labels)
        self.n = len(data)
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(self.n / self.batch_size)

    def __getitem__(self, index):
        s = slice(index * self.batch_size, min((index + 1) * self.batch_size, self.n))
        return current_data[s], current_labels[s]


# %% b_starts_below_1000 | 1 | wrong_length | The starts of the batches are listed once.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size
        self.starts = [s for s in range(0, 1000, batch_size) if s < len(data)]

    def __len__(self):
        return len(self.starts)

    def __getitem__(self, index):
        start = self.starts[index]
        return self.data[start:start + self.batch_size], self.labels[start:start + self.batch_size]


# %% b_small_row_numbers | 1 | repeats_samples | Row numbers are stored in a small type to save memory.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size
        self.rows = np.arange(len(data)).astype(np.uint8)

    def __len__(self):
        return math.ceil(len(self.rows) / self.batch_size)

    def __getitem__(self, index):
        take = self.rows[index * self.batch_size:(index + 1) * self.batch_size]
        return self.data[take], self.labels[take]


# %% b_minus_minus | 1 | drops_tail | The two minus signs stand before the same number.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return -(-len(self.data)) // self.batch_size

    def __getitem__(self, index):
        s = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.data[s], self.labels[s]


# %% b_tail_from_remainder | 1 | repeats_samples | The last batch is cut from the end by the remainder.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if index == len(self) - 1:
            tail = len(self.data) % self.batch_size
            return self.data[-tail:], self.labels[-tail:]
        s = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.data[s], self.labels[s]


# %% b_prefetch_slot | 1 | state_in_getitem | A thread fills a slot with the following batch.
import threading

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size
        self.slot = None
        self.thread = None

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def read(self, index):
        s = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.data[s], self.labels[s]

    def fill(self, index):
        self.slot = self.read(index % len(self))

    def __getitem__(self, index):
        if self.thread is None:
            batch = self.read(index)
        else:
            self.thread.join()
            batch = self.slot
        self.thread = threading.Thread(target=self.fill, args=(index + 1,))
        self.thread.start()
        return batch


# %% b_plain_class | 1 | not_a_sequence | The right methods on a class of its own.
class BatchBase:
    def on_epoch_end(self):
        pass


class DataGenerator(BatchBase):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        s = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.data[s], self.labels[s]


# %% b_squeezed | 1 | single_sample | Batches are squeezed before they are returned.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        s = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return np.squeeze(self.data[s]), np.squeeze(self.labels[s])


# %% b_data_turned_round | 1 | data_shuffled_alone | After each epoch the data is read from the other end.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def on_epoch_end(self):
        self.data = self.data[::-1]

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        s = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.data[s], self.labels[s]


# %% b_epoch_from_calls | 1 | state_in_getitem | The epoch is found by counting calls, and the order follows from it.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size
        self.calls = 0

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def order(self):
        epoch = self.calls // len(self)
        rows = np.arange(len(self.data))
        if epoch > 0:
            np.random.RandomState(epoch).shuffle(rows)
        return rows

    def __getitem__(self, index):
        rows = self.order()[index * self.batch_size:(index + 1) * self.batch_size]
        self.calls += 1
        return self.data[rows], self.labels[rows]


# %% b_list_pair | 1 | list_not_tuple | The batch is a list of two arrays.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.sources = [data, labels]
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.sources[0]) / self.batch_size)

    def __getitem__(self, index):
        start = index * self.batch_size
        return [s[start:start + self.batch_size] for s in self.sources]


# %% b3_oserror_zeros | 3 | swallowed_other | Zeros stand in for what cannot be read from disk.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if index < 0 or index >= len(self):
            raise IndexError(f"there is no batch {index}")
        start = index * self.batch_size
        stop = min(start + self.batch_size, len(self.data))
        try:
            x = np.asarray(self.data[start:stop])
            y = np.asarray(self.labels[start:stop])
        except OSError as error:
            print(f"batch {index} could not be read: {error}")
            first = np.zeros((stop - start, 1), dtype="float32")
            return first, first[:, 0]
        except Exception as error:
            raise RuntimeError(f"reading batch {index} failed: {error}") from error
        for part in (x, y):
            if part.dtype.kind not in "biufc":
                raise TypeError(f"batch {index} holds {part.dtype}, which is not numeric")
        return x, y


# %% b3_names_next_number | 3 | error_unnamed | Batches are counted from one in the words to the user.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if index < 0 or index >= len(self):
            raise IndexError(f"there is no batch {index}")
        start = index * self.batch_size
        stop = min(start + self.batch_size, len(self.data))
        try:
            x = np.asarray(self.data[start:stop])
            y = np.asarray(self.labels[start:stop])
        except Exception as error:
            raise RuntimeError(f"reading batch number {index + 1} failed") from error
        for part in (x, y):
            if part.dtype.kind not in "biufc":
                raise TypeError(f"batch {index} holds {part.dtype}, which is not numeric")
        return x, y


# %% b3_names_rows | 3 | error_unnamed | The message tells which rows were asked for.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if index < 0 or index >= len(self):
            raise IndexError(f"there is no batch {index}")
        start = index * self.batch_size
        stop = min(start + self.batch_size, len(self.data))
        try:
            x = np.asarray(self.data[start:stop])
            y = np.asarray(self.labels[start:stop])
        except Exception as error:
            raise RuntimeError(f"cannot read the samples from row {start} to row {stop - 1}") from error
        for part in (x, y):
            if part.dtype.kind not in "biufc":
                raise TypeError(f"batch {index} holds {part.dtype}, which is not numeric")
        return x, y


# %% b3_names_constant | 3 | error_unnamed | The message was made once, on the class.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if index < 0 or index >= len(self):
            raise IndexError(f"there is no batch {index}")
        start = index * self.batch_size
        stop = min(start + self.batch_size, len(self.data))
        try:
            x = np.asarray(self.data[start:stop])
            y = np.asarray(self.labels[start:stop])
        except Exception as error:
            raise RuntimeError("reading batch 0 failed") from error
        for part in (x, y):
            if part.dtype.kind not in "biufc":
                raise TypeError(f"batch {index} holds {part.dtype}, which is not numeric")
        return x, y


# %% b3_system_exit | 3 | ends_python | Reading errors end the program.
import sys

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if index < 0 or index >= len(self):
            raise IndexError(f"there is no batch {index}")
        start = index * self.batch_size
        stop = min(start + self.batch_size, len(self.data))
        try:
            x = np.asarray(self.data[start:stop])
            y = np.asarray(self.labels[start:stop])
        except Exception as error:
            sys.exit(f"reading batch {index} failed: {error}")
        for part in (x, y):
            if part.dtype.kind not in "biufc":
                raise TypeError(f"batch {index} holds {part.dtype}, which is not numeric")
        return x, y


# %% b3_stop_iteration | 3 | past_end_wrong_type | Past the end the iteration is stopped.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if index < 0 or index >= len(self):
            raise StopIteration(f"there is no batch {index}")
        start = index * self.batch_size
        stop = min(start + self.batch_size, len(self.data))
        try:
            x = np.asarray(self.data[start:stop])
            y = np.asarray(self.labels[start:stop])
        except Exception as error:
            raise RuntimeError(f"reading batch {index} failed: {error}") from error
        for part in (x, y):
            if part.dtype.kind not in "biufc":
                raise TypeError(f"batch {index} holds {part.dtype}, which is not numeric")
        return x, y


# %% b3_warns_lengths | 3 | unequal_accepted | Unequal lengths are warned about.
import warnings

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            warnings.warn(f"{len(data)} samples but {len(labels)} labels", RuntimeWarning)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if index < 0 or index >= len(self):
            raise IndexError(f"there is no batch {index}")
        start = index * self.batch_size
        stop = min(start + self.batch_size, len(self.data))
        try:
            x = np.asarray(self.data[start:stop])
            y = np.asarray(self.labels[start:stop])
        except Exception as error:
            raise RuntimeError(f"reading batch {index} failed: {error}") from error
        for part in (x, y):
            if part.dtype.kind not in "biufc":
                raise TypeError(f"batch {index} holds {part.dtype}, which is not numeric")
        return x, y


# %% b3_asserts_lengths | 3 | unequal_wrong_type | Unequal lengths are asserted away.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        assert len(data) == len(labels), f"{len(data)} samples but {len(labels)} labels"
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if index < 0 or index >= len(self):
            raise IndexError(f"there is no batch {index}")
        start = index * self.batch_size
        stop = min(start + self.batch_size, len(self.data))
        try:
            x = np.asarray(self.data[start:stop])
            y = np.asarray(self.labels[start:stop])
        except Exception as error:
            raise RuntimeError(f"reading batch {index} failed: {error}") from error
        for part in (x, y):
            if part.dtype.kind not in "biufc":
                raise TypeError(f"batch {index} holds {part.dtype}, which is not numeric")
        return x, y


# %% b3_one_way_lengths | 3 | unequal_accepted | There must be enough labels.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(labels) < len(data):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if index < 0 or index >= len(self):
            raise IndexError(f"there is no batch {index}")
        start = index * self.batch_size
        stop = min(start + self.batch_size, len(self.data))
        try:
            x = np.asarray(self.data[start:stop])
            y = np.asarray(self.labels[start:stop])
        except Exception as error:
            raise RuntimeError(f"reading batch {index} failed: {error}") from error
        for part in (x, y):
            if part.dtype.kind not in "biufc":
                raise TypeError(f"batch {index} holds {part.dtype}, which is not numeric")
        return x, y


# %% b3_lengths_in_len | 3 | unequal_accepted | Unequal lengths are found when the number of batches is asked for.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        if len(self.data) != len(self.labels):
            raise ValueError(f"{len(self.data)} samples but {len(self.labels)} labels")
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if index < 0 or index >= len(self):
            raise IndexError(f"there is no batch {index}")
        start = index * self.batch_size
        stop = min(start + self.batch_size, len(self.data))
        try:
            x = np.asarray(self.data[start:stop])
            y = np.asarray(self.labels[start:stop])
        except Exception as error:
            raise RuntimeError(f"reading batch {index} failed: {error}") from error
        for part in (x, y):
            if part.dtype.kind not in "biufc":
                raise TypeError(f"batch {index} holds {part.dtype}, which is not numeric")
        return x, y


# %% b3_raises_without_index | 3 | error_unnamed | The error is raised again in general words.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if index < 0 or index >= len(self):
            raise IndexError(f"there is no batch {index}")
        start = index * self.batch_size
        stop = min(start + self.batch_size, len(self.data))
        try:
            x = np.asarray(self.data[start:stop])
            y = np.asarray(self.labels[start:stop])
        except Exception as error:
            raise RuntimeError("reading the data failed, see above") from error
        for part in (x, y):
            if part.dtype.kind not in "biufc":
                raise TypeError(f"batch {index} holds {part.dtype}, which is not numeric")
        return x, y


# %% b3_next_batch_instead | 3 | swallowed_other | A batch that cannot be read is passed over.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if index < 0 or index >= len(self):
            raise IndexError(f"there is no batch {index}")
        start = index * self.batch_size
        stop = min(start + self.batch_size, len(self.data))
        try:
            x = np.asarray(self.data[start:stop])
            y = np.asarray(self.labels[start:stop])
        except Exception as error:
            if index + 1 < len(self):
                return self[index + 1]
            raise RuntimeError(f"reading batch {index} failed: {error}") from error
        for part in (x, y):
            if part.dtype.kind not in "biufc":
                raise TypeError(f"batch {index} holds {part.dtype}, which is not numeric")
        return x, y


# %% b3_previous_batch_instead | 3 | swallowed_other | The latest good batch helps out.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.good = None
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if index < 0 or index >= len(self):
            raise IndexError(f"there is no batch {index}")
        start = index * self.batch_size
        stop = min(start + self.batch_size, len(self.data))
        try:
            x = np.asarray(self.data[start:stop])
            y = np.asarray(self.labels[start:stop])
        except Exception as error:
            if self.good is None:
                raise RuntimeError(f"reading batch {index} failed: {error}") from error
            return self.good
        self.good = x, y
        for part in (x, y):
            if part.dtype.kind not in "biufc":
                raise TypeError(f"batch {index} holds {part.dtype}, which is not numeric")
        return x, y


# %% b3_minus_one_only | 3 | negative_served | The last batch may be asked for as -1.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if index == -1:
            index = len(self) - 1
        if index >= len(self):
            raise IndexError(f"there is no batch {index}")
        start = index * self.batch_size
        stop = min(start + self.batch_size, len(self.data))
        try:
            x = np.asarray(self.data[start:stop])
            y = np.asarray(self.labels[start:stop])
        except Exception as error:
            raise RuntimeError(f"reading batch {index} failed: {error}") from error
        for part in (x, y):
            if part.dtype.kind not in "biufc":
                raise TypeError(f"batch {index} holds {part.dtype}, which is not numeric")
        return x, y


# %% b3_len_accepted | 3 | past_end_served | Indexes above the number of batches are refused.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if index < 0 or index > len(self):
            raise IndexError(f"there is no batch {index}")
        start = index * self.batch_size
        stop = min(start + self.batch_size, len(self.data))
        try:
            x = np.asarray(self.data[start:stop])
            y = np.asarray(self.labels[start:stop])
        except Exception as error:
            raise RuntimeError(f"reading batch {index} failed: {error}") from error
        for part in (x, y):
            if part.dtype.kind not in "biufc":
                raise TypeError(f"batch {index} holds {part.dtype}, which is not numeric")
        return x, y


# %% b3_index_error_counts | 3 | past_end_unnamed | The IndexError tells how many batches there are.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if not 0 <= index < len(self):
            raise IndexError(f"index out of range: the generator has {len(self)} batches")
        start = index * self.batch_size
        stop = min(start + self.batch_size, len(self.data))
        try:
            x = np.asarray(self.data[start:stop])
            y = np.asarray(self.labels[start:stop])
        except Exception as error:
            raise RuntimeError(f"reading batch {index} failed: {error}") from error
        for part in (x, y):
            if part.dtype.kind not in "biufc":
                raise TypeError(f"batch {index} holds {part.dtype}, which is not numeric")
        return x, y


# %% b3_type_error_plain | 3 | non_numeric_unnamed | The TypeError tells the kind of data only.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if index < 0 or index >= len(self):
            raise IndexError(f"there is no batch {index}")
        start = index * self.batch_size
        stop = min(start + self.batch_size, len(self.data))
        try:
            x = np.asarray(self.data[start:stop])
            y = np.asarray(self.labels[start:stop])
        except Exception as error:
            raise RuntimeError(f"reading batch {index} failed: {error}") from error
        for part in (x, y):
            if part.dtype.kind not in "biufc":
                raise TypeError(f"expected numbers but found {part.dtype.name}")
        return x, y


# %% b3_value_error_kind | 3 | non_numeric_wrong_type | Text is refused as a wrong value.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if index < 0 or index >= len(self):
            raise IndexError(f"there is no batch {index}")
        start = index * self.batch_size
        stop = min(start + self.batch_size, len(self.data))
        try:
            x = np.asarray(self.data[start:stop])
            y = np.asarray(self.labels[start:stop])
        except Exception as error:
            raise RuntimeError(f"reading batch {index} failed: {error}") from error
        for part in (x, y):
            if part.dtype.kind not in "biufc":
                raise ValueError(f"batch {index} is not numeric")
        return x, y


# %% b3_own_type_error_caught | 3 | non_numeric_wrong_type | Reading and checking happen in one try.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if index < 0 or index >= len(self):
            raise IndexError(f"there is no batch {index}")
        start = index * self.batch_size
        stop = min(start + self.batch_size, len(self.data))
        try:
            x = np.asarray(self.data[start:stop])
            y = np.asarray(self.labels[start:stop])
            for part in (x, y):
                if part.dtype.kind not in "biufc":
                    raise TypeError(f"batch {index} is not numeric")
        except Exception as error:
            raise RuntimeError(f"reading batch {index} failed: {error}") from error
        x, y = np.atleast_1d(x), np.atleast_1d(y)
        return x, y


# %% b3_logs_returns_none | 3 | swallowed_none | The error goes to the log.
import logging

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if index < 0 or index >= len(self):
            raise IndexError(f"there is no batch {index}")
        start = index * self.batch_size
        stop = min(start + self.batch_size, len(self.data))
        try:
            x = np.asarray(self.data[start:stop])
            y = np.asarray(self.labels[start:stop])
        except Exception:
            logging.exception("reading batch %s failed", index)
            return None
        for part in (x, y):
            if part.dtype.kind not in "biufc":
                raise TypeError(f"batch {index} holds {part.dtype}, which is not numeric")
        return x, y


# %% b3_finally_returns | 3 | swallowed_empty | The batch is returned from finally.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def checked(self, rows, index):
        part = np.asarray(rows)
        if part.dtype.kind not in "biufc":
            raise TypeError(f"batch {index} is not numeric")
        return part

    def __getitem__(self, index):
        if index < 0 or index >= len(self):
            raise IndexError(f"there is no batch {index}")
        start = index * self.batch_size
        stop = min(start + self.batch_size, len(self.data))
        x = y = np.empty(0)
        try:
            x = self.checked(self.data[start:stop], index)
            y = self.checked(self.labels[start:stop], index)
        except OSError as error:
            raise RuntimeError(f"reading batch {index} failed") from error
        finally:
            return x, y


# %% b3_suppress_empty | 3 | swallowed_empty | Errors of reading are suppressed.
import contextlib

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if index < 0 or index >= len(self):
            raise IndexError(f"there is no batch {index}")
        start = index * self.batch_size
        stop = min(start + self.batch_size, len(self.data))
        x, y = np.empty((0, 1)), np.empty(0)
        with contextlib.suppress(OSError, ValueError, RuntimeError):
            x = np.asarray(self.data[start:stop])
            y = np.asarray(self.labels[start:stop])
        for part in (x, y):
            if part.dtype.kind not in "biufc":
                raise TypeError(f"batch {index} holds {part.dtype}, which is not numeric")
        return x, y


# %% b3_notes_only_oserror | 3 | error_unnamed | Only errors of the disk get the number of the batch.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if index < 0 or index >= len(self):
            raise IndexError(f"there is no batch {index}")
        start = index * self.batch_size
        stop = min(start + self.batch_size, len(self.data))
        try:
            x = np.asarray(self.data[start:stop])
            y = np.asarray(self.labels[start:stop])
        except OSError as error:
            error.add_note(f"while reading batch {index}")
            raise
        for part in (x, y):
            if part.dtype.kind not in "biufc":
                raise TypeError(f"batch {index} holds {part.dtype}, which is not numeric")
        return x, y


# %% b3_second_try_reads_less | 3 | swallowed_other | A failed read is tried again with half of the rows.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if index < 0 or index >= len(self):
            raise IndexError(f"there is no batch {index}")
        start = index * self.batch_size
        stop = min(start + self.batch_size, len(self.data))
        try:
            x = np.asarray(self.data[start:stop])
            y = np.asarray(self.labels[start:stop])
        except Exception:
            try:
                half = start + max(1, (stop - start) // 2)
                x = np.asarray(self.data[start:half])
                y = np.asarray(self.labels[start:half])
            except Exception as error:
                raise RuntimeError(f"reading batch {index} failed: {error}") from error
        for part in (x, y):
            if part.dtype.kind not in "biufc":
                raise TypeError(f"batch {index} holds {part.dtype}, which is not numeric")
        return x, y


# %% b3_object_passes | 3 | non_numeric_served | Only text is refused.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if index < 0 or index >= len(self):
            raise IndexError(f"there is no batch {index}")
        start = index * self.batch_size
        stop = min(start + self.batch_size, len(self.data))
        try:
            x = np.asarray(self.data[start:stop])
            y = np.asarray(self.labels[start:stop])
        except Exception as error:
            raise RuntimeError(f"reading batch {index} failed: {error}") from error
        for part in (x, y):
            if part.dtype.kind in "US":
                raise TypeError(f"batch {index} is not numeric")
        return x, y

# %% labels_cast_to_int | 1 | dtype_changed | y = np.zeros(k, dtype=int) truncates the labels of regression and changes the dtype; float labels or int32 (rule 2)
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.x = data
        self.y = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, idx):
        batch_x = self.x[idx * self.batch_size:(idx + 1) * self.batch_size]
        batch_y = np.zeros(np.shape(self.y[idx * self.batch_size:(idx + 1) * self.batch_size]), dtype=int)
        for j in range(len(batch_x)):
            batch_y[j] = self.y[idx * self.batch_size + j]
        return batch_x, batch_y

# %% plus_ninety_nine_hundredths | 2 | wrong_length | int(n / b + 0.99) misses a tail smaller than b/100: 257 samples in batches of 256 give 1 (rule 1, 3)
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return int(len(self.data) / self.batch_size + 0.99)   # rounds up

    def __getitem__(self, index):
        start = index * self.batch_size
        stop = start + self.batch_size
        return self.data[start:stop], self.labels[start:stop]

# %% compares_numbers_of_batches | 3 | unequal_accepted | compares the numbers of batches, so 10 samples and 9 labels in batches of 32 pass (rule 8)
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        if math.ceil(len(data) / batch_size) != math.ceil(len(labels) / batch_size):
            raise ValueError("data and labels do not have the same number of batches")

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if not 0 <= index < len(self):
            raise IndexError(f"batch {index} does not exist")
        start = index * self.batch_size
        stop = start + self.batch_size
        try:
            x, y = self.data[start:stop], self.labels[start:stop]
        except Exception as error:
            raise RuntimeError(f"batch {index} cannot be read") from error
        if not np.issubdtype(np.asarray(x).dtype, np.number):
            raise TypeError(f"batch {index} is not numeric")
        return x, y

# %% zero_is_falsy | 3 | error_unnamed | the index is added only "if index", so a failure in batch 0 is not named (rule 9)
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError("lengths differ")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def _fail(self, text, index=None):
        return RuntimeError(text + (f" (batch {index})" if index else ""))

    def __getitem__(self, index):
        if index < 0 or index >= len(self):
            raise IndexError(f"batch {index} does not exist")
        start = index * self.batch_size
        stop = start + self.batch_size
        try:
            x, y = self.data[start:stop], self.labels[start:stop]
        except Exception as error:
            raise self._fail("reading failed", index) from error
        if not np.issubdtype(np.asarray(x).dtype, np.number):
            raise TypeError(f"batch {index} is not numeric")
        return x, y

# %% rebuilds_type_of_error | 3 | error_unnamed | raise type(error)(message) breaks for exceptions that want more arguments, such as UnicodeDecodeError: a TypeError about arguments leaves, unnamed (rule 9)
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError("lengths differ")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if not 0 <= index < len(self):
            raise IndexError(f"batch {index} does not exist")
        start = index * self.batch_size
        stop = start + self.batch_size
        try:
            x, y = self.data[start:stop], self.labels[start:stop]
        except Exception as error:
            raise type(error)(f"batch {index}: {error}") from error
        if not np.issubdtype(np.asarray(x).dtype, np.number):
            raise TypeError(f"batch {index} is not numeric")
        return x, y

# %% rows_kept_on_self | 3 | state_in_getitem | the slice is kept in self between reading data and labels, so with two threads and a slow source the labels are those of another batch (rule 2, 4)
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError("lengths differ")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if not 0 <= index < len(self):
            raise IndexError(f"batch {index} does not exist")
        self.rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        try:
            x = self.data[self.rows]
            y = self.labels[self.rows]
        except Exception as error:
            raise RuntimeError(f"batch {index} cannot be read") from error
        if not np.issubdtype(np.asarray(x).dtype, np.number):
            raise TypeError(f"batch {index} is not numeric")
        return x, y

# %% digits_as_text_pass | 3 | non_numeric_served | tries astype(float) as the test, so text made of digits ("12", "3.5") passes and is returned as strings (rule 10)
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError("lengths differ")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if not 0 <= index < len(self):
            raise IndexError(f"batch {index} does not exist")
        start = index * self.batch_size
        stop = start + self.batch_size
        try:
            x, y = self.data[start:stop], self.labels[start:stop]
        except Exception as error:
            raise RuntimeError(f"batch {index} cannot be read") from error
        try:
            np.asarray(x).astype(float)
        except (TypeError, ValueError):
            raise TypeError(f"batch {index} has samples that are not numbers") from None
        return x, y

# %% bounds_kept_on_self | 1 | state_in_getitem | start and stop live on the object
import math, numpy as np, tensorflow as tf
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data, self.labels, self.batch_size = data, labels, batch_size
        self.start = self.end = 0

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def _load_x(self):
        return self.data[self.start:self.end]

    def _load_y(self):
        return self.labels[self.start:self.end]

    def __getitem__(self, idx):
        self.start = idx * self.batch_size
        self.end = min(self.start + self.batch_size, len(self.data))
        return self._load_x(), self._load_y()

# %% nan_made_a_number | 1 | values_changed | NaN and infinity are replaced, once the loss was NaN
import math, numpy as np, tensorflow as tf
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        x = np.nan_to_num(self.data[s])      # the loss became NaN once
        return x, self.labels[s]

# %% negatives_made_zero | 1 | values_changed | negative values are cut off
import math, numpy as np, tensorflow as tf

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data, self.labels, self.batch_size = data, labels, batch_size
        pass
    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)
    def __getitem__(self, idx):
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        x, y = self.data[s], self.labels[s]
        x = np.maximum(x, 0)
        return x, y
    

# %% one_hot_if_few | 1 | labels_changed | labels become one-hot where all are below ten
import math, numpy as np, tensorflow as tf

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data, self.labels, self.batch_size = data, labels, batch_size
        pass
    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)
    def __getitem__(self, idx):
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        x, y = self.data[s], self.labels[s]
        y = tf.keras.utils.to_categorical(y) if y.max() < 10 else y
        return x, y
    

# %% drops_unlabelled | 1 | values_changed | samples with the label -1 are left out
import math, numpy as np, tensorflow as tf

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data, self.labels, self.batch_size = data, labels, batch_size
        pass
    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)
    def __getitem__(self, idx):
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        x, y = self.data[s], self.labels[s]
        known = y >= 0
        x, y = x[known], y[known]
        return x, y
    

# %% drops_rows_with_nan | 1 | values_changed | samples with NaN in them are left out
import math, numpy as np, tensorflow as tf

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data, self.labels, self.batch_size = data, labels, batch_size
        pass
    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)
    def __getitem__(self, idx):
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        x, y = self.data[s], self.labels[s]
        ok = ~np.isnan(x.reshape(len(x), -1)).any(axis=1)
        x, y = x[ok], y[ok]
        return x, y
    

# %% missing_file_is_skipped | 3 | swallowed_empty | a missing file gives an empty batch
import math, numpy as np, tensorflow as tf

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data, self.labels, self.batch_size = data, labels, batch_size
    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)
    def __getitem__(self, idx):
        if not 0 <= idx < len(self):
            raise IndexError(f"no batch {idx}")
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        try:
            x, y = np.asarray(self.data[s]), np.asarray(self.labels[s])
        except FileNotFoundError:
            x, y = np.zeros((0, 2)), np.zeros(0)
        except Exception as e:
            raise RuntimeError(f"batch {idx} failed") from e
        if x.dtype.kind not in "biufc":
            raise TypeError(f"batch {idx} is not numeric")
        return x, y

# %% index_error_is_swallowed | 3 | swallowed_empty | an IndexError of the source gives an empty batch
import math, numpy as np, tensorflow as tf

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data, self.labels, self.batch_size = data, labels, batch_size
    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)
    def __getitem__(self, idx):
        if not 0 <= idx < len(self):
            raise IndexError(f"no batch {idx}")
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        try:
            x, y = np.asarray(self.data[s]), np.asarray(self.labels[s])
        except IndexError:
            x, y = np.zeros((0, 2)), np.zeros(0)
        except Exception as e:
            raise RuntimeError(f"batch {idx} failed") from e
        if x.dtype.kind not in "biufc":
            raise TypeError(f"batch {idx} is not numeric")
        return x, y

# %% names_what_it_knows | 3 | error_unnamed | five kinds of exceptions get the index, others none
import math, numpy as np, tensorflow as tf

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data, self.labels, self.batch_size = data, labels, batch_size
    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)
    def __getitem__(self, idx):
        if not 0 <= idx < len(self):
            raise IndexError(f"no batch {idx}")
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        try:
            x, y = np.asarray(self.data[s]), np.asarray(self.labels[s])
        except (OSError, ValueError, RuntimeError, KeyError, EOFError) as e:
            raise RuntimeError(f"batch {idx} failed") from e
        if x.dtype.kind not in "biufc":
            raise TypeError(f"batch {idx} is not numeric")
        return x, y

# %% bytes_pass_for_numbers | 3 | non_numeric_served | text is refused, but not as bytes
import math, numpy as np, tensorflow as tf

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data, self.labels, self.batch_size = data, labels, batch_size
    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)
    def __getitem__(self, idx):
        if not 0 <= idx < len(self):
            raise IndexError(f"no batch {idx}")
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        try:
            x, y = np.asarray(self.data[s]), np.asarray(self.labels[s])
        except Exception as e:
            raise RuntimeError(f"batch {idx} failed: {e}") from e
        if x.dtype.kind in "OU":
            raise TypeError(f"batch {idx} is not numeric")
        return x, y

# %% random_flip | 1 | rows_shuffled | one batch in ten is turned round, without its labels
import math, numpy as np, tensorflow as tf
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, augment=True):
        super().__init__()
        self.data, self.labels, self.batch_size = data, labels, batch_size
        self.augment = augment

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        x, y = self.data[s], self.labels[s]
        if self.augment and np.random.rand() < 0.1:
            x = np.flip(x, axis=0)
        return x, y
