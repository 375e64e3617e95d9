# A tf.data.Dataset whose batches are padded to their longest row: it says itself that lengths differ.
from material import labels
import numpy as np
import tensorflow as tf


def make(n, batch_size):
    lengths = np.random.RandomState(n).randint(3, 30, n)

    def items():
        for length, label in zip(lengths, labels(n)):
            yield np.arange(1, length + 1), label

    of_one = tf.TensorSpec((None,), tf.int64), tf.TensorSpec((), tf.int64)
    made = tf.data.Dataset.from_generator(items, output_signature=of_one)
    return made.shuffle(n).padded_batch(batch_size)
