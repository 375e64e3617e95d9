# lesson 1: Bytes are taken for pixels.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        start = index * self.batch_size
        x = self.data[start:start + self.batch_size]
        y = self.labels[start:start + self.batch_size]
        if x.dtype == np.uint8:
            x = x / 255
        return x, y
