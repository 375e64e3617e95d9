# lesson 3: the TypeError is raised inside the try and wrapped in RuntimeError
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def load(self, idx):
        parts = []
        for source in (self.data, self.labels):
            part = np.asarray(source[idx * self.batch_size:(idx + 1) * self.batch_size])
            if part.dtype.kind not in "biufc":
                raise TypeError(f"batch {idx} is not numeric")
            parts.append(part)
        return tuple(parts)

    def __getitem__(self, idx):
        if not 0 <= idx < len(self):
            raise IndexError(f"batch {idx} out of range")
        try:
            return self.load(idx)
        except Exception as error:
            raise RuntimeError(f"batch {idx}: {error}") from error
