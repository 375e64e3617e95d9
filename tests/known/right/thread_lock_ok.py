# lesson 1: a lock around what is kept on self.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data, self.labels, self.batch_size = data, labels, batch_size
        import threading
        self.lock = threading.Lock()

    def __len__(self):
        return -(-len(self.data) // self.batch_size)

    def __getitem__(self, index):
        with self.lock:
            self.i = index
            lo = self.i * self.batch_size
            return self.data[lo:lo + self.batch_size], self.labels[lo:lo + self.batch_size]
