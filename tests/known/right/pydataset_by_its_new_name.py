# lesson 1: inherits from keras.utils.PyDataset, the same class under its new name, with __iter__ and __call__
class DataGenerator(keras.utils.PyDataset):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        s = index * self.batch_size
        return self.data[s:s + self.batch_size], self.labels[s:s + self.batch_size]

    def __call__(self):
        return iter(self)

    def __iter__(self):
        for i in range(len(self)):
            yield self[i]
