# lesson 2: the base is collections.abc.Sequence
from collections.abc import Sequence


class DataGenerator(Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self) -> int:
        return -(-len(self.data) // self.batch_size)

    def __getitem__(self, idx):
        a, b = idx * self.batch_size, (idx + 1) * self.batch_size
        return self.data[a:b], self.labels[a:b]
