# lesson 1: Keeps one row of each kind, in order of first appearance.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        _, first = np.unique(data, axis=0, return_index=True)
        first.sort()
        self.data = data[first]
        self.labels = labels[first]
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        s = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.data[s], self.labels[s]
