# lesson 1: labels become one-hot where all are below ten
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
        y = tf.keras.utils.to_categorical(y) if y.max() < 10 else y
        return x, y
    
