# lesson 1: the constructor uses a name that does not exist
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = lables
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        return (self.data[idx * self.batch_size:(idx + 1) * self.batch_size],
                self.labels[idx * self.batch_size:(idx + 1) * self.batch_size])
