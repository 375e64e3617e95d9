# lesson 2: __len__ counts batches in a loop that never reaches its end
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        count = 0
        covered = 0
        while covered < len(self.data):
            count += 1
            covered = min(covered, count * self.batch_size)
        return count

    def __getitem__(self, idx):
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        return self.data[s], self.labels[s]
