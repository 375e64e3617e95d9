# lesson 2: a seeded order from the epoch number, both arrays together
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.epoch = 0
        self.order = np.arange(len(data))

    def __len__(self):
        return (len(self.data) - 1) // self.batch_size + 1

    def __getitem__(self, idx):
        take = self.order[idx * self.batch_size:][:self.batch_size]
        return self.data[take], self.labels[take]

    def on_epoch_end(self):
        self.epoch += 1
        self.order = np.random.RandomState(self.epoch).permutation(len(self.data))
