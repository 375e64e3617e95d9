# lesson 3: A match statement decides over the index and over the kind of array.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        match len(data) - len(labels):
            case 0:
                self.data, self.labels, self.batch_size = data, labels, batch_size
            case gap:
                raise ValueError(f"data and labels differ in length by {abs(gap)}")

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        match index:
            case k if 0 <= k < len(self):
                rows = slice(k * self.batch_size, min((k + 1) * self.batch_size, len(self.data)))
            case k:
                raise IndexError(f"batch {k} is outside of 0 to {len(self) - 1}")
        try:
            x, y = self.data[rows], self.labels[rows]
        except Exception as error:
            raise RuntimeError(f"batch {index}: {error!r}") from error
        return self.number(x, index), self.number(y, index)

    @staticmethod
    def number(part, index):
        try:
            part = np.asarray(part)
        except ValueError as error:
            raise TypeError(f"batch {index} is ragged") from error
        match part.dtype.kind:
            case "b" | "i" | "u" | "f" | "c":
                return part
            case other:
                raise TypeError(f"batch {index} has dtype kind {other}")
