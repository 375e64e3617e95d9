# lesson 3: compares the numbers of batches, so 10 samples and 9 labels in batches of 32 pass (rule 8)
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        if math.ceil(len(data) / batch_size) != math.ceil(len(labels) / batch_size):
            raise ValueError("data and labels do not have the same number of batches")

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if not 0 <= index < len(self):
            raise IndexError(f"batch {index} does not exist")
        start = index * self.batch_size
        stop = start + self.batch_size
        try:
            x, y = self.data[start:stop], self.labels[start:stop]
        except Exception as error:
            raise RuntimeError(f"batch {index} cannot be read") from error
        if not np.issubdtype(np.asarray(x).dtype, np.number):
            raise TypeError(f"batch {index} is not numeric")
        return x, y
