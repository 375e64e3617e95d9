# lesson 1: len falls with each batch that was fetched
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.served = set()

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size) - len(self.served)

    def __getitem__(self, idx):
        self.served.add(idx)
        start = idx * self.batch_size
        return self.data[start:start + self.batch_size], self.labels[start:start + self.batch_size]

    def on_epoch_end(self):
        self.served = set()
