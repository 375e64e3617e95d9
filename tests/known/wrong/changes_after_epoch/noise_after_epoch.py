# lesson 1: the data are changed to an augmented copy after an epoch
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        return self.data[s], self.labels[s]

    def on_epoch_end(self):
        self.data = (self.data * 1.1 + 1).astype(self.data.dtype)
