# lesson 1: the end is i*b and the start one batch before
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        end = idx * self.batch_size
        start = max(0, end - self.batch_size)
        return self.data[start:end], self.labels[start:end]
