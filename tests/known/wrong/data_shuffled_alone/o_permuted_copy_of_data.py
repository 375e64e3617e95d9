# lesson 4: after an epoch the data are a permuted copy, the labels are as before
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
        return self.data[a:b], self.labels[a:b]

    def on_epoch_end(self):
        if self.shuffle:
            self.data = self.rng.permutation(self.data)
