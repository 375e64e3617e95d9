# lesson 1: range(0, n + 1, b) makes an empty last batch
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.size = batch_size
        self.offsets = list(range(0, len(data) + 1, batch_size))

    def __len__(self):
        return len(self.offsets)

    def __getitem__(self, idx):
        o = self.offsets[idx]
        return self.data[o:o + self.size], self.labels[o:o + self.size]
