# lesson 3: check functions outside the class
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
