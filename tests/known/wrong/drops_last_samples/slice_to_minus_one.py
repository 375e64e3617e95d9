# lesson 2: the last batch is sliced to -1
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        start = idx * self.batch_size
        if idx == len(self) - 1:
            return self.data[start:-1], self.labels[start:-1]
        return self.data[start:start + self.batch_size], self.labels[start:start + self.batch_size]
