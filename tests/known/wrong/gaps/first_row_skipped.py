# lesson 2: the first row of each batch is left out
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        start = idx * self.batch_size + 1
        end = (idx + 1) * self.batch_size
        return self.data[start:end], self.labels[start:end]
