# lesson 3: a range translates the index, its error is re-raised with the number
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"data and labels differ in length ({len(data)}, {len(labels)})")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.starts = range(0, len(data), batch_size)

    def __len__(self):
        return len(self.starts)

    def __getitem__(self, index):
        try:
            start = self.starts[index]
        except IndexError:
            raise IndexError(f"no batch with index {index}") from None
        number = start // self.batch_size
        stop = start + self.batch_size
        try:
            x, y = np.asarray(self.data[start:stop]), np.asarray(self.labels[start:stop])
        except Exception as e:
            raise RuntimeError(f"failed at batch {number}") from e
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"batch {number} is not numeric")
        return x, y
