# lesson 3: reads up to three times (network disk), then raises with the last error as its cause
class DataGenerator(tf.keras.utils.Sequence):
    attempts = 3

    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError(f"lengths {len(data)} and {len(labels)} differ")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def _read(self, index):
        start = index * self.batch_size
        stop = start + self.batch_size
        last = None
        for _ in range(self.attempts):
            try:
                return self.data[start:stop], self.labels[start:stop]
            except Exception as error:
                last = error
        raise OSError(f"batch {index}: gave up after several attempts") from last

    def __getitem__(self, index):
        if not 0 <= index < len(self):
            raise IndexError(f"batch {index} does not exist")
        x, y = self._read(index)
        if not np.issubdtype(np.asarray(x).dtype, np.number):
            raise TypeError(f"batch {index}: samples must be numeric")
        return x, y
