# lesson 4: shuffles the caller's own arrays in place, together
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
        a, b = index * self.batch_size, (index + 1) * self.batch_size
        return self.data[a:b].copy(), self.labels[a:b].copy()

    def on_epoch_end(self):
        if self.shuffle:
            order = self.rng.permutation(len(self.data))
            self.data[:], self.labels[:] = self.data[order], self.labels[order]
