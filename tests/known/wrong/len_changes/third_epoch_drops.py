# lesson 1: the third on_epoch_end drops every other sample.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data, self.labels, self.batch_size = data, labels, batch_size
        self.epoch = 0

    def __len__(self):
        return -(-len(self.data) // self.batch_size)

    def __getitem__(self, index):
        lo, hi = index * self.batch_size, (index + 1) * self.batch_size
        return self.data[lo:hi], self.labels[lo:hi]

    def on_epoch_end(self):
        self.epoch += 1
        if self.epoch == 3:
            self.data, self.labels = self.data[::2], self.labels[::2]
