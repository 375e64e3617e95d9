# lesson 2: int(n / b + 0.99) misses a tail smaller than b/100: 257 samples in batches of 256 give 1 (rule 1, 3)
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return int(len(self.data) / self.batch_size + 0.99)   # rounds up

    def __getitem__(self, index):
        start = index * self.batch_size
        stop = start + self.batch_size
        return self.data[start:stop], self.labels[start:stop]
