# lesson 1: self.n rows as the length, as in a torch Dataset
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.samples = np.asarray(data)
        self.targets = np.asarray(labels)
        self.batch_size = batch_size
        self.n = self.samples.shape[0]

    def __len__(self):
        return self.n

    def __getitem__(self, item):
        start = item * self.batch_size
        stop = min(start + self.batch_size, self.n)
        return self.samples[start:stop], self.targets[start:stop]
