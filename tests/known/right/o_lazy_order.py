# lesson 4: the order of an epoch is drawn when its first batch is asked for, under a lock
import threading


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, shuffle=True, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.rng = np.random.default_rng(seed)
        self.order, self.lock = None, threading.Lock()

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        with self.lock:
            if self.order is None:
                n = len(self.data)
                self.order = self.rng.permutation(n) if self.shuffle else np.arange(n)
        rows = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        return self.data[rows], self.labels[rows]

    def on_epoch_end(self):
        self.order = None
