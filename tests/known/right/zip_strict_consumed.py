# lesson 3: zip(strict=True) over two ranges, consumed, raises the ValueError; no super().__init__
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        for _ in zip(range(len(data)), range(len(labels)), strict=True):
            pass
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if index < 0:
            raise IndexError(f"negative batch index {index}")
        if index >= len(self):
            raise IndexError(f"batch index {index} is too large")
        try:
            x = self.data[index * self.batch_size:(index + 1) * self.batch_size]
        except Exception as error:
            raise RuntimeError(f"the samples of batch {index} cannot be read") from error
        try:
            y = self.labels[index * self.batch_size:(index + 1) * self.batch_size]
        except Exception as error:
            raise RuntimeError(f"the labels of batch {index} cannot be read") from error
        if not np.issubdtype(np.asarray(x).dtype, np.number):
            raise TypeError(f"the samples of batch {index} are no numbers")
        return x, y
