# lesson 1: Medical pairs by list of ids, floored length, per-id filling.
class DataGenerator(tf.keras.utils.Sequence):

    def __init__(self, data, labels, batch_size=32, shuffle=False):
        self.Xdim = data.shape[1:]
        self.ydim = labels.shape[1:]
        self.batch_size = batch_size
        self.list_IDs = list(range(len(data)))
        self.shuffle = shuffle
        self.on_epoch_end()
        self.X_input = data
        self.y_input = labels
        self.dtype_x = data.dtype
        self.dtype_y = labels.dtype

    def __len__(self):
        'Denotes the number of batches per epoch'
        return int(np.floor(len(self.list_IDs) / self.batch_size))

    def __getitem__(self, index):
        indexes = self.indexes[index*self.batch_size:(index+1)*self.batch_size]
        list_IDs_temp = [self.list_IDs[k] for k in indexes]
        X = np.empty((self.batch_size, *self.Xdim), dtype=self.dtype_x)
        y = np.empty((self.batch_size, *self.ydim), dtype=self.dtype_y)
        for i, ID in enumerate(list_IDs_temp):
            X[i] = self.X_input[ID]
            y[i] = self.y_input[ID]
        return X, y

    def on_epoch_end(self):
        'Updates indexes after each epoch'
        self.indexes = np.arange(len(self.list_IDs))
        if self.shuffle:
            np.random.shuffle(self.indexes)
