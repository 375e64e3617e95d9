# lesson 1: the counter of the while loop never moves
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        j = idx * self.batch_size
        end = min(j + self.batch_size, len(self.data))
        xs, count = [], 0
        while j < end:
            count += 1
        xs.append(self.data[j])
        return np.array(xs), self.labels[j:end]
