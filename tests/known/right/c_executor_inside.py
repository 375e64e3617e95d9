# lesson 1: Data and labels are read by two threads of an executor.
from concurrent.futures import ThreadPoolExecutor

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        with ThreadPoolExecutor(max_workers=2) as pool:
            first = pool.submit(self.data.__getitem__, rows)
            second = pool.submit(self.labels.__getitem__, rows)
            return first.result(), second.result()
