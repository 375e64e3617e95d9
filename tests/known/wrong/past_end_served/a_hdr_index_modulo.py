# lesson 3: HDR loader: the index is taken modulo the number of batches.
class DataGenerator(keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        index = index % len(self)
        a = index * self.batch_size
        b = a + self.batch_size
        try:
            x, y = np.asarray(self.data[a:b]), np.asarray(self.labels[a:b])
        except Exception as error:
            raise RuntimeError(f"reading batch {index} failed") from error
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"batch {index} is not numeric")
        return x, y
