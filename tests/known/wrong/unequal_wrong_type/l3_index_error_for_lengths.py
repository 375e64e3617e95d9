# lesson 3: IndexError in place of ValueError for unequal lengths
class LengthMismatch(IndexError):
    pass


class DataGenerator(keras.utils.PyDataset):
    def __init__(self, data, labels, batch_size: int = 32):
        super().__init__()
        if len(data) != len(labels):
            raise LengthMismatch(f"{len(data)} samples, {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self) -> int:
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index: int):
        if index not in range(len(self)):
            raise IndexError(f"index {index} not in {range(len(self))}")
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        try:
            x, y = np.asarray(self.data[rows]), np.asarray(self.labels[rows])
        except Exception as error:
            raise RuntimeError(f"index {index}: {error!r}") from error
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"index {index}: not numeric")
        return x, y
