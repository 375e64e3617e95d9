# lesson 3: only the upper end is checked
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        if idx >= len(self):
            raise IndexError(f"batch index {idx} out of range for {len(self)} batches")
        try:
            x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
            y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        except Exception as error:
            raise RuntimeError(f"could not read batch {idx}: {error}") from error
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"batch {idx} is not numeric")
        return x, y
