# lesson 1: Slices of memoryviews, made arrays again for each batch.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.views = memoryview(np.asarray(data)), memoryview(np.asarray(labels))
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.views[0]) / self.batch_size)

    def __getitem__(self, index):
        first = index * self.batch_size
        x, y = (np.asarray(v[first:first + self.batch_size]) for v in self.views)
        return x, y
