# lesson 4: draws the orders of a hundred epochs in __init__
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, shuffle=True, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.shuffle = shuffle
        rng = np.random.default_rng(seed)
        n = len(data)
        self.orders = [rng.permutation(n) if shuffle else np.arange(n) for _ in range(100)]

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        rows = self.orders[0][index * self.batch_size : (index + 1) * self.batch_size]
        return self.data[rows], self.labels[rows]

    def on_epoch_end(self):
        self.orders.append(self.orders.pop(0))
