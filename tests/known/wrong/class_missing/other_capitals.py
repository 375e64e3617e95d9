# lesson 1: the class is called Datagenerator
class Datagenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.x, self.y, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, idx):
        low = idx * self.batch_size
        high = min(low + self.batch_size, len(self.x))
        return self.x[low:high], self.y[low:high]
