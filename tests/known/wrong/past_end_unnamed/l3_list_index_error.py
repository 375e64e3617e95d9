# lesson 3: a list of slices raises its own IndexError without the number
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} / {len(labels)}")
        self.data = data
        self.labels = labels
        self.slices = [slice(s, s + batch_size) for s in range(0, len(data), batch_size)]

    def __len__(self):
        return len(self.slices)

    def __getitem__(self, idx):
        if idx < 0:
            raise IndexError(f"no negative index please, got {idx}")
        rows = self.slices[idx]
        try:
            x, y = np.asarray(self.data[rows]), np.asarray(self.labels[rows])
        except Exception as error:
            raise RuntimeError(f"batch {idx} could not be read") from error
        for a in (x, y):
            if a.dtype.kind not in "biufc":
                raise TypeError(f"batch {idx} has dtype {a.dtype}")
        return x, y
