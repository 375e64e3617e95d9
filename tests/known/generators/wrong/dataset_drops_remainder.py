# never_read: batch(drop_remainder=True).
from material import labels, rows
import tensorflow as tf


def make(n, batch_size):
    data = tf.data.Dataset.from_tensor_slices((rows(n, 4), labels(n)))
    return data.batch(batch_size, drop_remainder=True)
