# lesson 1: every sample is mirrored
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.images = data
        self.labels = labels
        self.batch_size = batch_size

    def augment(self, images):
        return np.flip(images, axis=1)

    def __len__(self):
        return math.ceil(len(self.images) / self.batch_size)

    def __getitem__(self, idx):
        batch = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        return self.augment(self.images[batch]), self.labels[batch]
