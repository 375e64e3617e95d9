# lesson 1: Rows taken with mode wrap.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        rows = np.arange(self.batch_size) + index * self.batch_size
        return (np.take(self.data, rows, axis=0, mode="wrap"),
                np.take(self.labels, rows, axis=0, mode="wrap"))
