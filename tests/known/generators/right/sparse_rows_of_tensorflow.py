# Rows as a sparse tensor of TensorFlow.
import math

import keras
from material import labels, rows
import tensorflow as tf


class Counted(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y = x, y
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return tf.sparse.from_dense(self.x[part]), self.y[part]


def make(n, batch_size):
    x = rows(n, 9)
    return Counted(x * (x > 0.6), labels(n), batch_size)
