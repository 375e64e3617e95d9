# lesson 1: random rows at every call
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        rows = np.random.choice(len(self.data), self.batch_size)
        return self.data[rows], self.labels[rows]
