# lesson 3: IndexError with a fixed text
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples, {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        if idx < 0:
            raise IndexError(f"batch {idx} does not exist")
        if idx >= len(self):
            raise IndexError("batch index out of range")
        try:
            x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
            y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        except Exception as error:
            raise RuntimeError(f"batch {idx}: {error}") from error
        if np.asarray(x).dtype.kind not in "biufc" or np.asarray(y).dtype.kind not in "biufc":
            raise TypeError(f"batch {idx} is not numeric")
        return x, y
