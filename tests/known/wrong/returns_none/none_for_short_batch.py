# lesson 1: returns None when the batch is not full
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        stop = (idx + 1) * self.batch_size
        if stop > len(self.data):
            return None
        start = stop - self.batch_size
        return self.data[start:stop], self.labels[start:stop]
