# lesson 3: TypeError says data or labels but not which batch
def only_numbers(array, what):
    if array.dtype.kind not in "biufc":
        raise TypeError(f"{what} must hold numbers")
    return array


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return -(-len(self.data) // self.batch_size)

    def __getitem__(self, i):
        if i < -len(self) or i >= len(self):
            raise IndexError(f"batch {i} out of range")
        i %= len(self)
        rows = slice(i * self.batch_size, (i + 1) * self.batch_size)
        try:
            x, y = np.asarray(self.data[rows]), np.asarray(self.labels[rows])
        except Exception as error:
            raise RuntimeError(f"batch {i} could not be read") from error
        return only_numbers(x, "data"), only_numbers(y, "labels")
