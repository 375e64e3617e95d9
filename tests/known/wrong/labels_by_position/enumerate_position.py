# lesson 1: labels are taken by the loop counter
class DataGenerator(tf.keras.utils.Sequence):
    'Generates data for Keras'
    def __init__(self, data, labels, batch_size=32):
        self.batch_size = batch_size
        self.labels = labels
        self.data = data
        self.indexes = np.arange(len(data))

    def __len__(self):
        return int(np.ceil(len(self.data) / self.batch_size))

    def __getitem__(self, index):
        ids = self.indexes[index*self.batch_size:(index+1)*self.batch_size]
        X = np.empty((len(ids), *self.data.shape[1:]), dtype=self.data.dtype)
        y = np.empty(len(ids), dtype=self.labels.dtype)
        for i, ID in enumerate(ids):
            X[i,] = self.data[ID]
            y[i] = self.labels[i]
        return X, y
