# lesson 1: start and stop live on the object
import math, numpy as np, tensorflow as tf
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data, self.labels, self.batch_size = data, labels, batch_size
        self.start = self.end = 0

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def _load_x(self):
        return self.data[self.start:self.end]

    def _load_y(self):
        return self.labels[self.start:self.end]

    def __getitem__(self, idx):
        self.start = idx * self.batch_size
        self.end = min(self.start + self.batch_size, len(self.data))
        return self._load_x(), self._load_y()
