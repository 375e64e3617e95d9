# lesson 1: Samples are put in order of their labels first.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        flat = np.asarray(labels).reshape(len(labels), -1)[:, 0]
        self.rows = np.argsort(flat, kind="stable")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.rows) / self.batch_size)

    def __getitem__(self, index):
        take = self.rows[index * self.batch_size:(index + 1) * self.batch_size]
        return self.data[take], self.labels[take]
