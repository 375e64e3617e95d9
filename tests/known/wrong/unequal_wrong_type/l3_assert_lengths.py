# lesson 3: an assert compares the lengths
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        assert len(data) == len(labels), f"{len(data)} != {len(labels)}"
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        if idx < 0 or idx >= len(self):
            raise IndexError(f"batch index {idx} out of range")
        try:
            x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
            y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        except Exception as error:
            raise RuntimeError(f"could not read batch {idx}") from error
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"batch {idx} is not numeric")
        return x, y
