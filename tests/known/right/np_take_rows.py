# lesson 1: np.take along axis 0 with np.arange
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.features = data
        self.targets = labels
        self.batch = batch_size

    def __len__(self):
        return math.ceil(len(self.features) / self.batch)

    def __getitem__(self, idx):
        rows = np.arange(idx * self.batch, min((idx + 1) * self.batch, len(self.features)))
        return np.take(self.features, rows, axis=0), np.take(self.targets, rows, axis=0)
