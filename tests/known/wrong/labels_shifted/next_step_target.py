# lesson 1: labels one row later, the last batch one label short
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        a = idx * self.batch_size
        b = a + self.batch_size
        return self.data[a:b], self.labels[a + 1:b + 1]
