# lesson 3: range(n)[...] checks the index and does negatives, slices of a range give the rows
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError("different lengths")
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
            raise IndexError(f"there is no batch {index}") from None
        stop = start + self.batch_size
        try:
            x = self.data[start:stop]
            y = self.labels[start:stop]
        except Exception as error:
            raise RuntimeError(f"reading failed in batch {index}: {error!r}") from error
        if not issubclass(np.asarray(x).dtype.type, (np.number, np.bool_)):
            raise TypeError(f"not numeric: batch {index}")
        return x, y
