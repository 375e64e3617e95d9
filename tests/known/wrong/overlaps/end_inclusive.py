# lesson 1: each batch reaches one row into the next
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
        end = (idx + 1) * self.batch_size
        return self.data[start:end + 1], self.labels[start:end + 1]
