# lesson 3: a loop over both sources gives each its own message
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError(f"unequal: {len(data)} samples, {len(labels)} labels")
        self.sources = {"data": data, "labels": labels}
        self.n = len(data)
        self.batch_size = batch_size

    def __len__(self):
        return (self.n + self.batch_size - 1) // self.batch_size

    def __getitem__(self, idx):
        if not 0 <= idx < len(self):
            raise IndexError(f"index {idx}, but only {len(self)} batches")
        parts = []
        for name, source in self.sources.items():
            try:
                part = source[idx * self.batch_size:(idx + 1) * self.batch_size]
            except Exception as error:
                raise RuntimeError(f"{name} of batch {idx} could not be read") from error
            part = np.asarray(part)
            if part.dtype.kind not in "biufc":
                raise TypeError(f"{name} of batch {idx} have dtype {part.dtype}")
            parts.append(part)
        return tuple(parts)
