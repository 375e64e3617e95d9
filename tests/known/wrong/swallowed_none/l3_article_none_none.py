# lesson 3: returns None, None after a failed read
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"lengths: {len(data)} {len(labels)}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        if idx < 0 or idx >= len(self):
            raise IndexError(f"IndexError in batch {idx}")
        batch_x, batch_y = None, None
        try:
            batch_x = np.asarray(self.data[idx * self.batch_size:(idx + 1) * self.batch_size])
            batch_y = np.asarray(self.labels[idx * self.batch_size:(idx + 1) * self.batch_size])
        except Exception as e:
            print("could not load batch", idx, e)
            return None, None
        for a in (batch_x, batch_y):
            if a.dtype.kind not in "biufc":
                raise TypeError(f"batch {idx} is not numeric")
        return batch_x, batch_y
