# lesson 1: Physics images: the number of batches is the ceil less one.
class DataGenerator(keras.utils.Sequence):
    """Generates data for Keras model with numpy array operations."""

    def __init__(self, data, labels, batch_size=32, shuffle=True):
        self.X = data
        self.n_samples = data.shape[0]
        self.y = labels
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.on_epoch_end()

    def __len__(self):
        """Denotes the number of batches per epoch"""
        return int(np.ceil(self.n_samples / self.batch_size))-1

    def __getitem__(self, index):
        """Generate one batch of data"""
        indexes = self.indexes[index * self.batch_size:(index + 1) * self.batch_size]
        return self.__data_generation(indexes)

    def on_epoch_end(self):
        """Updates indexes after each epoch"""
        self.indexes = np.arange(self.n_samples)
        if self.shuffle:
            np.random.shuffle(self.indexes)

    def __data_generation(self, indexes):
        return self.X[indexes], self.y[indexes]
