# lesson 3: no comparison of the lengths
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        if not 0 <= idx < len(self):
            raise IndexError(f"batch index {idx} out of range")
        start, stop = idx * self.batch_size, (idx + 1) * self.batch_size
        try:
            x = self.data[start:stop]
            y = self.labels[start:stop]
        except Exception as error:
            raise RuntimeError(f"batch {idx} could not be read") from error
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"batch {idx} is not numeric")
        return x, y
