# lesson 3: the braces of the message are never filled in.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples, but {len(labels)} labels")
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if not 0 <= index < len(self):
            raise IndexError("there is no batch {index}")
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        try:
            samples, labels = self.data[rows], self.labels[rows]
        except Exception as error:
            raise RuntimeError(f"batch {index} cannot be read: {error}") from error
        if not np.issubdtype(np.asarray(samples).dtype, np.number):
            raise TypeError(f"batch {index} holds no numbers")
        return samples, labels
