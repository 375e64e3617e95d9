# lesson 3: a negative index counts from the end, as in a list, and errors name the index that was asked
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError("data and labels must be of one length")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        length = len(self)
        if index >= length or index < -length:
            raise IndexError(f"batch index {index} is out of range for {length} batches")
        i = index + length if index < 0 else index
        where = f"batch {i}" if i == index else f"batch {index} (that is batch {i})"
        start, stop = i * self.batch_size, (i + 1) * self.batch_size
        try:
            x, y = self.data[start:stop], self.labels[start:stop]
        except Exception as e:
            raise RuntimeError(f"{where}: {type(e).__name__}: {e}") from e
        if np.asarray(x).dtype.kind not in "biufc":
            raise TypeError(f"{where}: not numeric")
        return x, y
