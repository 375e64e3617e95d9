# lesson 1: Length by truncating (n - 1) / b and adding one.
class DataGenerator(tf.keras.utils.Sequence):
    """ My generator """

    def __init__(self, data, labels, batch_size=32):
        self.x = data
        self.noise = labels
        self.batch_size = batch_size
        self.batches_per_epoch = int((len(self.x) - 1) / self.batch_size) + 1

    def __getitem__(self, idx):
        low = idx * self.batch_size
        high = min(low + self.batch_size, len(self.x))
        size = high - low
        batch_x = np.empty((size,) + self.x.shape[1:], self.x.dtype)
        batch_y = np.empty((size,) + self.noise.shape[1:], self.noise.dtype)
        for i in range(size):
            batch_x[i] = self.x[low + i]
            batch_y[i] = self.noise[low + i]
        return batch_x, batch_y

    def __len__(self):
        return self.batches_per_epoch
