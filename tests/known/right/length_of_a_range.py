# lesson 1: len(range(0, n, b)) and indexing the range for the start
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kw):
        super().__init__(**kw)
        self.data, self.labels = data, labels
        self.starts = range(0, len(data), batch_size)
        self.step = batch_size

    def __len__(self):
        return len(self.starts)

    def __getitem__(self, k):
        s = self.starts[k]
        e = s + self.step
        return (self.data[s:e], self.labels[s:e])
