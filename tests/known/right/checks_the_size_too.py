# lesson 3: also refuses a batch of which the source gave too few rows, and iterates by itself
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.n = len(data)
        if self.n != len(labels):
            raise ValueError(f"{self.n} samples cannot have {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return (self.n - 1) // self.batch_size + 1

    def __iter__(self):
        return (self[i] for i in range(len(self)))

    def __getitem__(self, index):
        if index not in range(len(self)):
            raise IndexError(f"{index} is not a batch of this sequence")
        start = index * self.batch_size
        stop = min(start + self.batch_size, self.n)
        try:
            x, y = self.data[start:stop], self.labels[start:stop]
            if not len(x) == len(y) == stop - start:
                raise EOFError("the source gave too few rows")
        except Exception as error:
            raise RuntimeError(f"batch {index}: {error}") from error
        if not np.issubdtype(np.asarray(x).dtype, np.number):
            raise TypeError(f"batch {index} must be numeric but is {np.asarray(x).dtype}")
        return x, y
