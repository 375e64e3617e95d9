# lesson 3: checks the NumPy batch, then returns tensors of the same dtype
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError("unequal lengths")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if not 0 <= index < len(self):
            raise IndexError(f"batch {index} out of range")
        s = slice(index * self.batch_size, (index + 1) * self.batch_size)
        try:
            x, y = np.asarray(self.data[s]), np.asarray(self.labels[s])
        except Exception as e:
            raise RuntimeError(f"batch {index} could not be read: {e}") from e
        if not np.issubdtype(x.dtype, np.number):
            raise TypeError(f"batch {index} has dtype {x.dtype}")
        return tf.convert_to_tensor(x), tf.convert_to_tensor(y)
