# lesson 2: len(range(0, n, b)), and the range also gives the start of the batch
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    @property
    def starts(self):
        return range(0, len(self.data), self.batch_size)

    def __len__(self):
        return len(self.starts)

    def __getitem__(self, index):
        start = self.starts[index]
        stop = start + self.batch_size
        return self.data[start:stop], self.labels[start:stop]
