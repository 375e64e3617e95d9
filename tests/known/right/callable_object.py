# lesson 1: __call__ does the work, __getitem__ calls it
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __call__(self, array, index):
        return array[index * self.batch_size:(index + 1) * self.batch_size]

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        return self(self.data, index), self(self.labels, index)
