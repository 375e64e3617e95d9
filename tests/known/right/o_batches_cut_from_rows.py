# lesson 4: cuts the new order into batches, and shuffles these too
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, shuffle=True, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.rng = np.random.default_rng(seed)
        self._cut(np.arange(len(data)))

    def _cut(self, order):
        self.parts = np.split(order, range(self.batch_size, len(order), self.batch_size))

    def __len__(self):
        return len(self.parts)

    def __getitem__(self, index):
        return self.data[self.parts[index]], self.labels[self.parts[index]]

    def on_epoch_end(self):
        if self.shuffle:
            self._cut(self.rng.permutation(len(self.data)))
            self.parts = [self.parts[k] for k in self.rng.permutation(len(self.parts))]
