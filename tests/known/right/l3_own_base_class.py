# lesson 3: index rules in an own base class, reading in the subclass
class StrictSequence(tf.keras.utils.Sequence):
    def read(self, index):
        raise NotImplementedError

    def __getitem__(self, index):
        last = len(self) - 1
        if index < 0 or index > last:
            raise IndexError(f"batch index {index} is not between 0 and {last}")
        try:
            x, y = self.read(index)
        except Exception as error:
            raise RuntimeError(f"batch {index}: {error}") from error
        if any(np.asarray(a).dtype.kind not in "biufc" for a in (x, y)):
            raise TypeError(f"batch {index} contains something else than numbers")
        return x, y


class DataGenerator(StrictSequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} vs {len(labels)}")
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def read(self, index):
        s = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.data[s], self.labels[s]
