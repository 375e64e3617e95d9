# lesson 1: np.ceil without int
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return np.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        X = self.data[index*self.batch_size:(index+1)*self.batch_size]
        y = self.labels[index*self.batch_size:(index+1)*self.batch_size]
        return X, y
