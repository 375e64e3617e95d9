# lesson 2: a dict of batches already made, filled on demand
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.cache = {}

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        if idx not in self.cache:
            s = idx * self.batch_size
            self.cache[idx] = (np.array(self.data[s:s + self.batch_size]),
                               np.array(self.labels[s:s + self.batch_size]))
        return self.cache[idx]
