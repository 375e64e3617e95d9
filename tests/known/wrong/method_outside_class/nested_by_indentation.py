# lesson 1: __getitem__ is indented into __len__
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

        def __getitem__(self, idx):
            start = idx * self.batch_size
            return self.data[start:start + self.batch_size], self.labels[start:start + self.batch_size]
