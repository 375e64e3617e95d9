# lesson 1: __len__ is misspelt as __lenght__
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.X = data
        self.Y = labels
        self.bs = batch_size

    def __lenght__(self):
        return math.ceil(len(self.X) / self.bs)

    def __getitem__(self, i):
        return self.X[i * self.bs:(i + 1) * self.bs], self.Y[i * self.bs:(i + 1) * self.bs]
