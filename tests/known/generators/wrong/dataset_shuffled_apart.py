# misaligned: inputs and targets are shuffled before they are zipped.
from material import labels, rows
import tensorflow as tf


def make(n, batch_size):
    x = tf.data.Dataset.from_tensor_slices(rows(n, 4)).shuffle(n)
    y = tf.data.Dataset.from_tensor_slices(labels(n)).shuffle(n)
    return tf.data.Dataset.zip((x, y)).batch(batch_size)
