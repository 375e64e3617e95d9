# lesson 3: tensors made after the dtype check
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError(f"data: {len(data)}, labels: {len(labels)}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        if idx < 0 or idx >= len(self):
            raise IndexError("batch " + str(idx) + " of " + str(len(self)))
        lo = idx * self.batch_size
        hi = lo + self.batch_size
        try:
            x = np.asarray(self.data[lo:hi])
            y = np.asarray(self.labels[lo:hi])
        except Exception as err:
            raise RuntimeError("batch " + str(idx) + " unreadable: " + str(err)) from err
        for part in (x, y):
            if part.dtype.kind not in "biufc":
                raise TypeError("batch " + str(idx) + " has dtype " + str(part.dtype))
        return tf.convert_to_tensor(x), tf.convert_to_tensor(y)
