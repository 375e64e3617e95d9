# lesson 3: the slice is kept in self between reading data and labels, so with two threads and a slow source the labels are those of another batch (rule 2, 4)
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError("lengths differ")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if not 0 <= index < len(self):
            raise IndexError(f"batch {index} does not exist")
        self.rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        try:
            x = self.data[self.rows]
            y = self.labels[self.rows]
        except Exception as error:
            raise RuntimeError(f"batch {index} cannot be read") from error
        if not np.issubdtype(np.asarray(x).dtype, np.number):
            raise TypeError(f"batch {index} is not numeric")
        return x, y
