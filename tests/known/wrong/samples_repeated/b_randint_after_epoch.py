# lesson 1: After an epoch the rows come from randint.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size
        self.order = np.arange(len(data))

    def on_epoch_end(self):
        self.order = np.random.randint(0, len(self.data), size=len(self.data))

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        rows = self.order[index * self.batch_size:(index + 1) * self.batch_size]
        return self.data[rows], self.labels[rows]
