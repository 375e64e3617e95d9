# lesson 3: Exception classes of its own that inherit from the asked ones, negatives from the end.
class NoSuchBatch(IndexError):
    def __init__(self, index, count):
        super().__init__(f"no batch {index} among {count}")


class NotNumeric(TypeError):
    pass


class BatchUnreadable(RuntimeError):
    pass


class LengthsDiffer(ValueError):
    pass


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise LengthsDiffer(f"{len(data)} and {len(labels)}")
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        count = len(self)
        if not -count <= index < count:
            raise NoSuchBatch(index, count)
        place = index + count if index < 0 else index
        a = place * self.batch_size
        b = min(a + self.batch_size, len(self.data))
        try:
            pair = self.data[a:b], self.labels[a:b]
        except Exception as why:
            raise BatchUnreadable(f"batch {index}, samples {a} to {b - 1}: {why}") from why
        out = []
        for part in pair:
            try:
                array = np.asarray(part)
            except ValueError as why:
                raise NotNumeric(f"batch {index}: {why}") from why
            if array.dtype.kind not in "biufc":
                raise NotNumeric(f"batch {index}: {array.dtype}")
            out.append(array)
        return tuple(out)
