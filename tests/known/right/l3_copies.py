# lesson 3: batches copied with np.array, errors told apart by isinstance
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) - len(labels):
            raise ValueError(f"{len(data)} samples / {len(labels)} labels")
        self.data, self.labels = data, labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if index >= len(self) or index < 0:
            raise IndexError(f"DataGenerator has no batch {index}")
        where = slice(self.batch_size * index, self.batch_size * index + self.batch_size)
        try:
            x, y = np.array(self.data[where]), np.array(self.labels[where])
        except Exception as error:
            if isinstance(error, OSError):
                raise OSError(f"disk error in batch {index}: {error}") from error
            raise RuntimeError(f"error in batch {index}: {error}") from error
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"batch {index}: numbers wanted")
        return x, y
