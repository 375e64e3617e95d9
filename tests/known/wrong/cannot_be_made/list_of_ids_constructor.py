# lesson 1: the constructor wants list_IDs, dim and n_classes
class DataGenerator(tf.keras.utils.Sequence):
    'Generates data for Keras'
    def __init__(self, list_IDs, labels, dim, n_channels, n_classes, batch_size=32):
        'Initialization'
        self.dim = dim
        self.batch_size = batch_size
        self.labels = labels
        self.list_IDs = list_IDs
        self.n_channels = n_channels
        self.n_classes = n_classes

    def __len__(self):
        'Denotes the number of batches per epoch'
        return int(np.ceil(len(self.list_IDs) / self.batch_size))

    def __getitem__(self, index):
        'Generate one batch of data'
        ids = self.list_IDs[index*self.batch_size:(index+1)*self.batch_size]
        return ids, self.labels[index*self.batch_size:(index+1)*self.batch_size]
