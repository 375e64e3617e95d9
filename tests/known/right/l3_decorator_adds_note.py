# lesson 3: a decorator on __getitem__ puts the index into the notes
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
