# lesson 1: a namedtuple of two arrays
from collections import namedtuple

Batch = namedtuple("Batch", ["x", "y"])


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        return Batch(x=self.data[s], y=self.labels[s])
