# lesson 1: uses batch_size without self
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        batch_x = self.data[idx * batch_size:(idx + 1) * batch_size]
        batch_y = self.labels[idx * batch_size:(idx + 1) * batch_size]
        return batch_x, batch_y
