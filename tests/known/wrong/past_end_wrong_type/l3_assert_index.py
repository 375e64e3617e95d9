# lesson 3: an assert checks the upper end
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError(f"len {len(data)} vs len {len(labels)}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.n_batches = math.ceil(len(data) / batch_size)

    def __len__(self):
        return self.n_batches

    def __getitem__(self, index):
        assert index < self.n_batches, f"index {index} >= {self.n_batches}"
        if index < 0:
            raise IndexError(f"index {index} < 0")
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        try:
            pair = np.asarray(self.data[rows]), np.asarray(self.labels[rows])
        except Exception as error:
            error.add_note(f"in batch {index}")
            raise
        if any(p.dtype.kind not in "biufc" for p in pair):
            raise TypeError(f"batch {index} is not numeric")
        return pair
