# lesson 1: The index array exists only after the first epoch end.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, augment=False):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.augment = augment

    def __len__(self):
        return int(np.ceil(len(self.data) / self.batch_size))

    def __getitem__(self, index):
        indexes = self.indexes[index*self.batch_size:(index+1)*self.batch_size]
        return self.__data_generation(indexes)

    def on_epoch_end(self):
        self.indexes = np.arange(len(self.data))
        if self.augment:
            np.random.shuffle(self.indexes)

    def __data_generation(self, indexes):
        X = np.empty((len(indexes), *self.data.shape[1:]), dtype=self.data.dtype)
        y = np.empty((len(indexes), *self.labels.shape[1:]), dtype=self.labels.dtype)
        for i, k in enumerate(indexes):
            X[i,] = self.data[k]
            y[i,] = self.labels[k]
        return X, y
