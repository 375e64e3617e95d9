# lesson 3: RuntimeError with a fixed text
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)}, {len(labels)}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        if idx < 0 or idx >= len(self):
            raise IndexError(f"batch {idx} of {len(self)}")
        rows = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        try:
            x, y = np.asarray(self.data[rows]), np.asarray(self.labels[rows])
        except Exception as error:
            raise RuntimeError("Failed to load a batch, please check your files") from error
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"batch {idx} is not numeric")
        return x, y
