# lesson 3: validation in a mixin, batching in a base class of one's own, joined by multiple inheritance
class BatchSource(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        s = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.data[s], self.labels[s]

class Checked:
    def __init__(self, data, labels, *args, **kwargs):
        if len(data) != len(labels):
            raise ValueError("data and labels have different lengths")
        super().__init__(data, labels, *args, **kwargs)

    def __getitem__(self, index):
        if index < 0 or index >= len(self):
            raise IndexError(f"batch {index}: only 0 to {len(self) - 1} exist")
        try:
            x, y = super().__getitem__(index)
        except Exception as error:
            raise RuntimeError(f"batch {index}: reading failed") from error
        if not np.issubdtype(np.asarray(x).dtype, np.number):
            raise TypeError(f"batch {index}: not numeric")
        return x, y

class DataGenerator(Checked, BatchSource):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(data, labels, batch_size, **kwargs)
