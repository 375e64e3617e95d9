# lesson 4: seeds the global generator with seed + epoch right before it draws
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, shuffle=True, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.seed, self.epoch = seed, 0
        self.order = np.arange(len(data))

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        rows = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        return self.data[rows], self.labels[rows]

    def on_epoch_end(self):
        self.epoch += 1
        if self.shuffle:
            np.random.seed(None if self.seed is None else self.seed + self.epoch)
            self.order = np.random.permutation(len(self.data))
