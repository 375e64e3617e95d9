# lesson 3: a contextmanager wraps the reading only
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
