# lesson 3: Indexes above the number of batches are refused.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if index < 0 or index > len(self):
            raise IndexError(f"there is no batch {index}")
        start = index * self.batch_size
        stop = min(start + self.batch_size, len(self.data))
        try:
            x = np.asarray(self.data[start:stop])
            y = np.asarray(self.labels[start:stop])
        except Exception as error:
            raise RuntimeError(f"reading batch {index} failed: {error}") from error
        for part in (x, y):
            if part.dtype.kind not in "biufc":
                raise TypeError(f"batch {index} holds {part.dtype}, which is not numeric")
        return x, y
