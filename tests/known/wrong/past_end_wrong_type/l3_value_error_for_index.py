# lesson 3: ValueError for an index past the end
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} != {len(labels)}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        if idx >= len(self):
            raise ValueError(f"batch index {idx} is too large, there are {len(self)} batches")
        if idx < 0:
            raise IndexError(f"batch index {idx} is negative")
        start = idx * self.batch_size
        stop = start + self.batch_size
        try:
            x = self.data[start:stop]
            y = self.labels[start:stop]
        except Exception as error:
            raise RuntimeError(f"reading batch {idx} failed: {error}") from error
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"batch {idx} is not numeric")
        return x, y
