# lesson 3: a TypeError of the source passes without a name.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples, {len(labels)} labels")
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return -(-len(self.data) // self.batch_size)

    def __getitem__(self, index):
        if not 0 <= index < len(self):
            raise IndexError(f"no batch {index}")
        lo, hi = index * self.batch_size, (index + 1) * self.batch_size
        try:
            x, y = self.data[lo:hi], self.labels[lo:hi]
        except TypeError:
            raise
        except Exception as e:
            raise RuntimeError(f"batch {index}: {e}") from e
        if not np.issubdtype(np.asarray(x).dtype, np.number):
            raise TypeError(f"batch {index} is not numeric")
        return x, y
