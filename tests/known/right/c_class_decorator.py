# lesson 1: A class decorator adds the two methods.
def batched(cls):
    def __len__(self):
        return len(range(0, len(self.data), self.batch_size))

    def __getitem__(self, index):
        start = range(0, len(self.data), self.batch_size)[index]
        stop = start + self.batch_size
        return self.data[start:stop], self.labels[start:stop]

    cls.__len__ = __len__
    cls.__getitem__ = __getitem__
    return cls


@batched
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
