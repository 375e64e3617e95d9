# lesson 4: the order has a number for each batch
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, shuffle=True, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.rng = np.random.default_rng(seed)
        self.order = np.arange(math.ceil(len(data) / batch_size))

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        a = self.order[index] * self.batch_size
        return self.data[a : a + self.batch_size], self.labels[a : a + self.batch_size]

    def on_epoch_end(self):
        if self.shuffle:
            last = len(self.order) - 1
            self.order = np.append(self.rng.permutation(last), last)
