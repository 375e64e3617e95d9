# lesson 4: cuts batches once, and shuffles their list
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, shuffle=True, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.rng = np.random.default_rng(seed)
        cuts = range(batch_size, len(data), batch_size)
        self.batches = list(zip(np.split(data, cuts), np.split(labels, cuts)))

    def __len__(self):
        return len(self.batches)

    def __getitem__(self, index):
        return self.batches[index]

    def on_epoch_end(self):
        if self.shuffle:
            order = self.rng.permutation(len(self.batches))
            self.batches = [self.batches[k] for k in order]
