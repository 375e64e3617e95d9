# lesson 1: The number of samples is read from the size of the labels.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size
        self.n = np.asarray(labels).size

    def __len__(self):
        return math.ceil(self.n / self.batch_size)

    def __getitem__(self, index):
        start = index * self.batch_size
        stop = min(start + self.batch_size, self.n)
        return self.data[start:stop], self.labels[start:stop]
