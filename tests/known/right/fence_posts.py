# lesson 1: an array of edges 0, b, 2b, ..., n; batch i lies between edges i and i + 1
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.edges = np.append(np.arange(0, len(data), batch_size), len(data))

    def __len__(self):
        return len(self.edges) - 1

    def __getitem__(self, index):
        a, b = self.edges[index], self.edges[index + 1]
        return self.data[a:b], self.labels[a:b]
