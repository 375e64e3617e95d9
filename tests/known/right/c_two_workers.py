# lesson 1: Two workers and a short queue, order as a function of the epoch.
class DataGenerator(keras.utils.PyDataset):
    def __init__(self, data, labels, batch_size=32, seed=7):
        super().__init__(workers=2, use_multiprocessing=False, max_queue_size=4)
        self.data, self.labels, self.batch_size = data, labels, batch_size
        self.seed = seed
        self.epoch = 0

    def on_epoch_end(self):
        self.epoch += 1

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def rows_of(self, index):
        rows = np.arange(len(self.data))
        if self.epoch:
            rows = np.random.default_rng([self.seed, self.epoch]).permutation(rows)
        return rows[index * self.batch_size:(index + 1) * self.batch_size]

    def __getitem__(self, index):
        rows = self.rows_of(index)
        return self.data[rows], self.labels[rows]
