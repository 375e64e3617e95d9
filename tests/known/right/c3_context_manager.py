# lesson 3: A context manager turns errors of reading into named ones, and logs them.
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
