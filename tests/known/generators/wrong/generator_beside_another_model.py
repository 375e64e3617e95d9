# labels_out_of_range: a generator whose labels begin at 1.
import keras
from material import labels, rows


def batches(x, y, batch_size):
    while True:
        for first in range(0, len(x), batch_size):
            yield x[first : first + batch_size], y[first : first + batch_size] + 1


def model():
    made = keras.Sequential([keras.Input((4,)), keras.layers.Dense(5, activation="softmax")])
    made.compile(loss="sparse_categorical_crossentropy")
    return made


def make(n, batch_size):
    return batches(rows(n, 4), labels(n), batch_size)
