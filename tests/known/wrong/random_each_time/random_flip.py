# lesson 1: one batch in ten is turned round, without its labels
import math, numpy as np, tensorflow as tf
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, augment=True):
        super().__init__()
        self.data, self.labels, self.batch_size = data, labels, batch_size
        self.augment = augment

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        x, y = self.data[s], self.labels[s]
        if self.augment and np.random.rand() < 0.1:
            x = np.flip(x, axis=0)
        return x, y
