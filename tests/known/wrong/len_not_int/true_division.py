# lesson 1: returns the float quotient
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.samples = data
        self.targets = labels
        self.batch_size = batch_size

    def __len__(self):
        return len(self.samples) / self.batch_size

    def __getitem__(self, index):
        start = index * self.batch_size
        end = start + self.batch_size
        return self.samples[start:end], self.targets[start:end]
