# lesson 3: the plain version: checks before and after one try, exceptions chained
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

    def __getitem__(self, index):
        if not 0 <= index < len(self):
            raise IndexError(f"batch {index} is outside 0 to {len(self) - 1}")
        start = index * self.batch_size
        stop = start + self.batch_size
        try:
            x, y = self.data[start:stop], self.labels[start:stop]
        except Exception as error:
            raise RuntimeError(f"batch {index} cannot be read") from error
        if not np.issubdtype(np.asarray(x).dtype, np.number):
            raise TypeError(f"batch {index} does not hold numbers")
        return x, y
