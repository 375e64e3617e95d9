# lesson 3: the constructor cuts all batches
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.batches = []
        for number, start in enumerate(range(0, len(data), batch_size)):
            rows = slice(start, start + batch_size)
            try:
                self.batches.append((data[rows], labels[rows]))
            except Exception as error:
                raise RuntimeError(f"batch {number} could not be read: {error}") from error

    def __len__(self):
        return len(self.batches)

    def __getitem__(self, idx):
        if not 0 <= idx < len(self.batches):
            raise IndexError(f"batch {idx} out of range")
        x, y = self.batches[idx]
        if np.asarray(x).dtype.kind not in "biufc" or np.asarray(y).dtype.kind not in "biufc":
            raise TypeError(f"batch {idx} is not numeric")
        return x, y
