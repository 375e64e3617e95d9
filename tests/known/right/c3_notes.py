# lesson 3: The source's own exception leaves, with a note on it.
class DataGenerator(keras.utils.PyDataset):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if (n := len(data)) != (m := len(labels)):
            raise ValueError(f"{n=} and {m=}")
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return -(-len(self.data) // self.batch_size)

    def __getitem__(self, index):
        if index not in range(len(self)):
            raise IndexError(index)
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        try:
            x = np.asarray(self.data[rows])
            y = np.asarray(self.labels[rows])
        except Exception as error:
            error.add_note(f"This happened in batch {index}.")
            raise
        if not all(np.issubdtype(a.dtype, np.number) or a.dtype == bool for a in (x, y)):
            raise TypeError("not numeric", index)
        return x, y
