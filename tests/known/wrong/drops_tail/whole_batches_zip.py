# lesson 2: builds a list of starts that stops before a short batch
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.b = batch_size
        self.starts = [s for s in range(0, len(data), batch_size) if s + batch_size <= len(data)]

    def __len__(self):
        return len(self.starts)

    def __getitem__(self, k):
        s = self.starts[k]
        return self.data[s:s + self.b], self.labels[s:s + self.b]
