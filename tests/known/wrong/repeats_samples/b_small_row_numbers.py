# lesson 1: Row numbers are stored in a small type to save memory.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size
        self.rows = np.arange(len(data)).astype(np.uint8)

    def __len__(self):
        return math.ceil(len(self.rows) / self.batch_size)

    def __getitem__(self, index):
        take = self.rows[index * self.batch_size:(index + 1) * self.batch_size]
        return self.data[take], self.labels[take]
