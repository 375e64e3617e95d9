# lesson 3: RuntimeError from error, index rejected, kind checked
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError(f"data has {len(data)} samples, labels has {len(labels)}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        if idx < 0 or idx >= len(self):
            raise IndexError(f"batch index {idx} is outside 0..{len(self) - 1}")
        start = idx * self.batch_size
        stop = min(start + self.batch_size, len(self.data))
        try:
            x = self.data[start:stop]
            y = self.labels[start:stop]
        except Exception as error:
            raise RuntimeError(f"could not read batch {idx} (rows {start} to {stop}): {error}") from error
        x, y = np.asarray(x), np.asarray(y)
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"batch {idx} is not numeric: {x.dtype}, {y.dtype}")
        return x, y
