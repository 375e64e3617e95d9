# lesson 3: contextlib.contextmanager around reading and checking adds the batch as a note
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
