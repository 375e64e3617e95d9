# lesson 4: __getitem__ permutes its own slice, by a generator of epoch and index
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, shuffle=True, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.seed = 0 if seed is None else seed
        self.epoch = 0

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        a, b = index * self.batch_size, min((index + 1) * self.batch_size, len(self.data))
        rows = np.arange(a, b)
        if self.shuffle:
            rows = np.random.default_rng([self.seed, self.epoch, index]).permutation(rows)
        return self.data[rows], self.labels[rows]

    def on_epoch_end(self):
        self.epoch += 1
