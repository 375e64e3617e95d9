# lesson 2: int(n / b + 0.5)
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.steps = int(len(data) / batch_size + 0.5)

    def __len__(self):
        return self.steps

    def __getitem__(self, idx):
        start = idx * self.batch_size
        return self.data[start:start + self.batch_size], self.labels[start:start + self.batch_size]
