# lesson 3: the shorter length is used and a warning printed
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.n = min(len(data), len(labels))
        if len(data) != len(labels):
            print(f"warning: {len(data)} samples and {len(labels)} labels, using {self.n}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return -(-self.n // self.batch_size)

    def __getitem__(self, i):
        if i < 0 or i >= len(self):
            raise IndexError(f"no batch {i}")
        lo = i * self.batch_size
        hi = min(lo + self.batch_size, self.n)
        try:
            x, y = self.data[lo:hi], self.labels[lo:hi]
        except Exception as e:
            e.add_note(f"batch {i}")
            raise
        for a in (x, y):
            if np.asarray(a).dtype.kind not in "biufc":
                raise TypeError(f"batch {i} is not numeric")
        return x, y
