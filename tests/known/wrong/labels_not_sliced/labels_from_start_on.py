# lesson 2: labels are sliced without an end
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
        batch_x = self.data[start:start + self.batch_size]
        batch_y = self.labels[start:]
        return batch_x, batch_y
