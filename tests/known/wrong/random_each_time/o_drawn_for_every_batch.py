# lesson 4: each batch is a random sample, drawn in __getitem__
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, shuffle=True, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.rng = np.random.default_rng(seed)

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        a, b = index * self.batch_size, min((index + 1) * self.batch_size, len(self.data))
        rows = self.rng.choice(len(self.data), b - a, replace=False) if self.shuffle else np.arange(a, b)
        return self.data[rows], self.labels[rows]
