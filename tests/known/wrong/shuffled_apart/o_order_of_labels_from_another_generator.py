# lesson 4: a second generator with another seed draws for the labels
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, shuffle=True, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.one, self.other = np.random.default_rng(seed), np.random.default_rng(None if seed is None else seed + 1)
        self.order = self.places = np.arange(len(data))

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        a, b = index * self.batch_size, (index + 1) * self.batch_size
        return self.data[self.order[a:b]], self.labels[self.places[a:b]]

    def on_epoch_end(self):
        if self.shuffle:
            self.order = self.one.permutation(len(self.data))
            self.places = self.other.permutation(len(self.data))
