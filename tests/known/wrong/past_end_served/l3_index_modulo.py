# lesson 3: the index is taken modulo len
class DataGenerator(keras.utils.PyDataset):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError(f"unequal lengths: {len(data)}, {len(labels)}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        index = index % len(self)
        low = index * self.batch_size
        high = low + self.batch_size
        try:
            x = np.asarray(self.data[low:high])
            y = np.asarray(self.labels[low:high])
        except Exception as error:
            raise RuntimeError(f"could not read batch {index}") from error
        if not {x.dtype.kind, y.dtype.kind} <= set("biufc"):
            raise TypeError(f"batch {index} is not numeric")
        return x, y
