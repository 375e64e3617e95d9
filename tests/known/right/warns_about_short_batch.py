# lesson 1: warnings.warn when the last batch is short
import warnings


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) % batch_size:
            warnings.warn(f"the last batch holds only {len(data) % batch_size} samples")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        batch = slice(idx * self.batch_size, idx * self.batch_size + self.batch_size)
        if idx == len(self) - 1:
            warnings.warn("serving the last batch", RuntimeWarning)
        return self.data[batch], self.labels[batch]
