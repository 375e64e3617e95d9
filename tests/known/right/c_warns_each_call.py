# lesson 1: warnings.warn and logging.warning in each call.
import logging
import warnings

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size
        if len(data) % batch_size:
            warnings.warn("the last batch is shorter than the others", UserWarning)

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        warnings.warn(f"serving batch {index}", RuntimeWarning, stacklevel=2)
        logging.warning("serving batch %d", index)
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.data[rows], self.labels[rows]
