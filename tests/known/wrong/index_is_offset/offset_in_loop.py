# lesson 2: rows idx + k for k below the batch size
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.x = data
        self.y = labels
        self.b = batch_size
        self.n = len(data)

    def __len__(self):
        return -(-self.n // self.b)

    def __getitem__(self, idx):
        rows = [idx + k for k in range(self.b) if idx + k < self.n]
        return np.stack([self.x[r] for r in rows]), np.stack([self.y[r] for r in rows])
