# lesson 1: slices with float bounds
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.x = data
        self.y = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, idx):
        per_batch = len(self.x) / len(self)
        start = idx * per_batch
        end = start + per_batch
        return self.x[start:end], self.y[start:end]
