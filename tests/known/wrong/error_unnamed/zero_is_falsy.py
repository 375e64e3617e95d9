# lesson 3: the index is added only "if index", so a failure in batch 0 is not named (rule 9)
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError("lengths differ")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def _fail(self, text, index=None):
        return RuntimeError(text + (f" (batch {index})" if index else ""))

    def __getitem__(self, index):
        if index < 0 or index >= len(self):
            raise IndexError(f"batch {index} does not exist")
        start = index * self.batch_size
        stop = start + self.batch_size
        try:
            x, y = self.data[start:stop], self.labels[start:stop]
        except Exception as error:
            raise self._fail("reading failed", index) from error
        if not np.issubdtype(np.asarray(x).dtype, np.number):
            raise TypeError(f"batch {index} is not numeric")
        return x, y
