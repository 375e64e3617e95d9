# lesson 1: __len__ uses an attribute that was never set
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.x = data
        self.y = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        s = idx * self.batch_size
        return self.x[s:s + self.batch_size], self.y[s:s + self.batch_size]
