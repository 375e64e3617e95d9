# lesson 1: the well-known tutorial's layout with shuffle off by default and ceil
class DataGenerator(tf.keras.utils.Sequence):
    'Generates data for Keras'
    def __init__(self, data, labels, batch_size=32, shuffle=False):
        'Initialization'
        self.batch_size = batch_size
        self.labels = labels
        self.list_IDs = np.arange(len(data))
        self.data = data
        self.shuffle = shuffle
        self.on_epoch_end()

    def __len__(self):
        'Denotes the number of batches per epoch'
        return int(np.ceil(len(self.list_IDs) / self.batch_size))

    def __getitem__(self, index):
        'Generate one batch of data'
        indexes = self.indexes[index*self.batch_size:(index+1)*self.batch_size]
        list_IDs_temp = [self.list_IDs[k] for k in indexes]
        X, y = self.__data_generation(list_IDs_temp)
        return X, y

    def on_epoch_end(self):
        'Updates indexes after each epoch'
        self.indexes = np.arange(len(self.list_IDs))
        if self.shuffle == True:
            np.random.shuffle(self.indexes)

    def __data_generation(self, list_IDs_temp):
        'Generates data containing batch_size samples'
        X = np.empty((len(list_IDs_temp), *self.data.shape[1:]), dtype=self.data.dtype)
        y = np.empty(len(list_IDs_temp), dtype=self.labels.dtype)
        for i, ID in enumerate(list_IDs_temp):
            X[i,] = self.data[ID]
            y[i] = self.labels[ID]
        return X, y
