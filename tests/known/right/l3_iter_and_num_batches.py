# lesson 3: __iter__, num_batches and __len__ together
class DataGenerator(keras.utils.PyDataset):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError(f"cannot pair {len(data)} samples with {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    @property
    def num_batches(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __len__(self):
        return self.num_batches

    def __iter__(self):
        return (self[i] for i in range(len(self)))

    def __getitem__(self, i):
        if i < 0 or i >= self.num_batches:
            raise IndexError(f"{i} not in 0..{self.num_batches - 1}")
        try:
            x = self.data[i * self.batch_size:(i + 1) * self.batch_size]
            y = self.labels[i * self.batch_size:(i + 1) * self.batch_size]
        except Exception as error:
            raise RuntimeError(f"batch {i}") from error
        else:
            if np.asarray(x).dtype.kind not in "biufc":
                raise TypeError(f"data in batch {i} not numeric")
            if np.asarray(y).dtype.kind not in "biufc":
                raise TypeError(f"labels in batch {i} not numeric")
            return np.asarray(x), np.asarray(y)
