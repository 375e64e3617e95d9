# lesson 1: element by element up to min(), np.stack and np.array
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        start = idx * self.batch_size
        stop = min(start + self.batch_size, len(self.data))
        rows = []
        targets = []
        for j in range(start, stop):
            rows.append(self.data[j])
            targets.append(self.labels[j])
        return np.stack(rows), np.array(targets)
