# lesson 1: New order after each epoch over the part that divides evenly.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size
        self.order = np.arange(len(data))

    def on_epoch_end(self):
        count = len(self.data) - len(self.data) % self.batch_size
        self.order = np.random.permutation(count)

    def __len__(self):
        return math.ceil(len(self.order) / self.batch_size)

    def __getitem__(self, index):
        rows = self.order[index * self.batch_size:(index + 1) * self.batch_size]
        return self.data[rows], self.labels[rows]
