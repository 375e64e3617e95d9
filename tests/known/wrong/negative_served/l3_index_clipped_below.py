# lesson 3: a negative index gives batch 0
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError(f"unequal: {len(data)} and {len(labels)}")
        self.x = data
        self.y = labels
        self.bs = batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.bs)

    def _read(self, source, number):
        try:
            part = np.asarray(source[number * self.bs:(number + 1) * self.bs])
        except Exception as error:
            raise RuntimeError(f"reading batch {number} failed") from error
        if part.dtype.kind not in "biufc":
            raise TypeError(f"batch {number} is not numeric but {part.dtype}")
        return part

    def __getitem__(self, number):
        if number >= len(self):
            raise IndexError(f"batch {number} is past the end")
        number = max(number, 0)
        return self._read(self.x, number), self._read(self.y, number)
