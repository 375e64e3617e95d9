# lesson 1: slices of memoryviews, wrapped by np.asarray again
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = memoryview(np.ascontiguousarray(data))
        self.labels = memoryview(np.ascontiguousarray(labels))
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return np.asarray(self.data[rows]), np.asarray(self.labels[rows])
