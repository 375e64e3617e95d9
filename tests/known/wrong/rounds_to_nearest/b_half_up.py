# lesson 1: Length by adding one half before the cut.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return max(1, int(len(self.data) / self.batch_size + 0.5))

    def __getitem__(self, index):
        start = index * self.batch_size
        return self.data[start:start + self.batch_size], self.labels[start:start + self.batch_size]
