# lesson 1: the slices use 32 and the length uses batch_size
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        batch_x = self.data[idx * 32:(idx + 1) * 32]
        batch_y = self.labels[idx * 32:(idx + 1) * 32]
        return batch_x, batch_y
