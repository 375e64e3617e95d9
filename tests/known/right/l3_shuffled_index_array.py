# lesson 3: rows read by an index array that is shuffled after each epoch
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, shuffle=True):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} != {len(labels)}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.order = np.arange(len(data))

    def __len__(self):
        return math.ceil(len(self.order) / self.batch_size)

    def __getitem__(self, index):
        if index < 0 or index >= len(self):
            raise IndexError(f"there is no batch {index}")
        rows = self.order[index * self.batch_size:(index + 1) * self.batch_size]
        try:
            x, y = self.data[rows], self.labels[rows]
        except Exception as error:
            raise RuntimeError(f"batch {index} (rows {rows.tolist()}) could not be read") from error
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"batch {index} is not numeric")
        return x, y

    def on_epoch_end(self):
        if self.shuffle:
            self.order = np.random.permutation(self.order)
