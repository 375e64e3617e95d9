# lesson 1: int(np.ceil(n / float(b))) as in many repositories
class DataGenerator(tf.keras.utils.Sequence):
    'Generates data for Keras'
    def __init__(self, data, labels, batch_size=32):
        'Initialization'
        self.batch_size = batch_size
        self.labels = labels
        self.data = data

    def __len__(self):
        'Denotes the number of batches per epoch'
        return int(np.ceil(len(self.data) / float(self.batch_size)))

    def __getitem__(self, index):
        'Generate one batch of data'
        X = self.data[index*self.batch_size:(index+1)*self.batch_size]
        y = self.labels[index*self.batch_size:(index+1)*self.batch_size]
        return X, y
