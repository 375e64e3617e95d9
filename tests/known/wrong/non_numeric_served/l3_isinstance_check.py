# lesson 3: only tests that the batch is an ndarray
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)}:{len(labels)}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        if idx < 0 or idx >= len(self):
            raise IndexError(f"batch {idx} out of range")
        rows = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        try:
            x, y = np.asarray(self.data[rows]), np.asarray(self.labels[rows])
        except Exception as error:
            error.add_note(f"while reading batch {idx}")
            raise
        if not isinstance(x, np.ndarray) or not isinstance(y, np.ndarray):
            raise TypeError(f"batch {idx} is not an array")
        return x, y
