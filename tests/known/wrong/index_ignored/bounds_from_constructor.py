# lesson 1: start and end are fixed in the constructor
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.index = 0
        self.start = self.index * batch_size
        self.end = min(self.start + batch_size, len(data))

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        return self.data[self.start:self.end], self.labels[self.start:self.end]
