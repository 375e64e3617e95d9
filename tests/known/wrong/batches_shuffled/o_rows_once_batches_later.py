# lesson 4: rows are shuffled once; after an epoch only the batches change places
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, shuffle=True, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.rng = np.random.default_rng(seed)
        order = self.rng.permutation(len(data)) if shuffle else np.arange(len(data))
        self.parts = np.split(order, range(batch_size, len(order), batch_size))

    def __len__(self):
        return len(self.parts)

    def __getitem__(self, index):
        rows = self.parts[index]
        return self.data[rows], self.labels[rows]

    def on_epoch_end(self):
        if self.shuffle:
            order = self.rng.permutation(len(self.parts))
            self.parts = [self.parts[k] for k in order]
