# lesson 2: hands batch_size on to the base constructor, which refuses it
class DataGenerator(keras.utils.PyDataset):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(batch_size=batch_size, **kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        first = idx * self.batch_size
        return self.data[first:first + self.batch_size], self.labels[first:first + self.batch_size]
