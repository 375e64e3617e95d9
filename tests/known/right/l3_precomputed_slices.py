# lesson 3: only slices are made early, reading stays in __getitem__
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"len(data) is {len(data)}, len(labels) is {len(labels)}")
        self.data = data
        self.labels = labels
        self.parts = [slice(s, min(s + batch_size, len(data))) for s in range(0, len(data), batch_size)]

    def __len__(self):
        return len(self.parts)

    def __getitem__(self, idx):
        if idx < -len(self.parts) or idx >= len(self.parts):
            raise IndexError(f"idx {idx}: only {len(self.parts)} batches")
        part = self.parts[idx]
        number = idx if idx >= 0 else idx + len(self.parts)
        try:
            x, y = self.data[part], self.labels[part]
        except Exception as error:
            raise RuntimeError(f"batch {number} at rows {part.start}..{part.stop}: {error}") from error
        for a in (x, y):
            if np.asarray(a).dtype.kind in "OUSV":
                raise TypeError(f"batch {number} at rows {part.start}..{part.stop} is not numeric")
        return x, y
