# lesson 1: the short batch is concatenated with the first rows
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return int(math.ceil(len(self.data) / self.batch_size))

    def __getitem__(self, idx):
        x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
        y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        short = self.batch_size - len(x)
        if short > 0:
            x = np.concatenate([x, self.data[:short]])
            y = np.concatenate([y, self.labels[:short]])
        return x, y
