# lesson 1: The order is built on first use under a lock and replaced after each epoch.
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
