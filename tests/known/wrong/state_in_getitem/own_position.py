# lesson 1: a position kept in self decides which rows come
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.position = 0

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        if self.position >= len(self.data):
            self.position = 0
        start = self.position
        self.position += self.batch_size
        return self.data[start:self.position], self.labels[start:self.position]

    def on_epoch_end(self):
        self.position = 0
