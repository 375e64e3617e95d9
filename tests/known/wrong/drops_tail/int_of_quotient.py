# lesson 1: int(n / b) with a steps property
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    @property
    def steps(self):
        return int(len(self.data) / self.batch_size)

    def __len__(self):
        return self.steps

    def __getitem__(self, idx):
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        return self.data[s], self.labels[s]
