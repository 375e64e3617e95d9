# lesson 1: samples with the label -1 are left out
import math, numpy as np, tensorflow as tf

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data, self.labels, self.batch_size = data, labels, batch_size
        pass
    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)
    def __getitem__(self, idx):
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        x, y = self.data[s], self.labels[s]
        known = y >= 0
        x, y = x[known], y[known]
        return x, y
    
