# lesson 1: The starts of the batches are listed once.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size
        self.starts = [s for s in range(0, 1000, batch_size) if s < len(data)]

    def __len__(self):
        return len(self.starts)

    def __getitem__(self, index):
        start = self.starts[index]
        return self.data[start:start + self.batch_size], self.labels[start:start + self.batch_size]
