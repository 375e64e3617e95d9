# lesson 3: a failed read raises an ExceptionGroup that names the batch and holds the original
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} against {len(labels)}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if not 0 <= index < len(self):
            raise IndexError(f"index {index}, length {len(self)}")
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        errors = []
        parts = []
        for source in (self.data, self.labels):
            try:
                parts.append(source[rows])
            except Exception as error:
                errors.append(error)
        if errors:
            raise ExceptionGroup(f"batch {index} cannot be read", errors)
        x, y = parts
        if not np.issubdtype(np.asarray(x).dtype, np.number):
            raise TypeError(f"batch {index}: {np.asarray(x).dtype} is not a numeric dtype")
        return x, y
