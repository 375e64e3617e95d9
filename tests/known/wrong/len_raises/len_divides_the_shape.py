# lesson 1: divides the shape tuple by the batch size
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.images = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(self.images.shape / self.batch_size)

    def __getitem__(self, idx):
        batch = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        return self.images[batch], self.labels[batch]
