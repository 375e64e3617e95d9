# lesson 3: add_note names the batch and the exception goes on with its type
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError("data and labels differ in length")
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return -(-len(self.data) // self.batch_size)

    def __getitem__(self, index):
        if index < 0 or index >= len(self):
            raise IndexError(f"index {index} out of range")
        rows = slice(index * self.batch_size, min((index + 1) * self.batch_size, len(self.data)))
        try:
            x = np.asarray(self.data[rows])
            y = np.asarray(self.labels[rows])
            if x.dtype.kind not in "iufc":
                raise TypeError(f"samples have dtype {x.dtype}, not a number")
        except Exception as error:
            error.add_note(f"in batch {index}")
            raise
        return x, y
