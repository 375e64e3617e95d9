# lesson 3: Three tries of the same batch with short waits, then a named error.
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
