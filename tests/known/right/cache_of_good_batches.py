# lesson 3: batches that were read are kept under a lock, failures are not and raise again
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
