# lesson 3: the ValueError comes from __getitem__ and not from the constructor
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if not 0 <= index < len(self):
            raise IndexError(f"batch {index} out of range")
        s = slice(index * self.batch_size, (index + 1) * self.batch_size)
        try:
            x = np.asarray(self.data[s])
            y = np.asarray(self.labels[s])
        except Exception as error:
            raise RuntimeError(f"error in batch {index}: {error}") from error
        if len(x) != len(y):
            raise ValueError(f"batch {index}: {len(x)} samples but {len(y)} labels")
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"batch {index} is not numeric")
        return x, y
