# lesson 1: row numbers drawn with replacement in the constructor
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        rng = np.random.default_rng(0)
        self.rows = np.sort(rng.integers(0, len(data), size=len(data)))

    def __len__(self):
        return math.ceil(len(self.rows) / self.batch_size)

    def __getitem__(self, idx):
        rows = self.rows[idx * self.batch_size:(idx + 1) * self.batch_size]
        return self.data[rows], self.labels[rows]
