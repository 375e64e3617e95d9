# lesson 1: a dict cache under a lock, each answer is a fresh copy
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
