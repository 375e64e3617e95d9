# lesson 2: min(start, n - b)
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.X = data
        self.y = labels
        self.bs = batch_size
        self.last_start = max(len(data) - batch_size, 0)

    def __len__(self):
        return math.ceil(len(self.X) / self.bs)

    def __getitem__(self, i):
        s = min(i * self.bs, self.last_start)
        return self.X[s:s + self.bs], self.y[s:s + self.bs]
