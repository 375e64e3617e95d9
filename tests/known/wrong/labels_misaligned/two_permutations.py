# lesson 2: the labels get a permutation of their own
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.x = data
        self.y = labels
        self.batch_size = batch_size
        rng = np.random.RandomState(1)
        self.label_rows = rng.permutation(len(labels))

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, idx):
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        return self.x[s], self.y[self.label_rows[s]]
