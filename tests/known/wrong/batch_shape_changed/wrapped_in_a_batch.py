# lesson 1: an extra leading axis by np.array([x])
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        window = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        x = [self.data[window]]
        return np.array(x), self.labels[window]
