# lesson 1: The index is overwritten by a random draw.
class DataGenerator(keras.utils.Sequence):

    def __init__(self, data, labels, batch_size=32, num_iter_per_epoch=None):
        self.X_train, self.y_train = data, labels
        self.batch_size = batch_size
        self.num_iter_per_epoch = num_iter_per_epoch or int(np.ceil(labels.shape[0] / float(batch_size)))

    def __len__(self):
        return self.num_iter_per_epoch

    def __getitem__(self, idx):
        idx = np.random.choice(self.y_train.shape[0], self.batch_size)
        X, y = self.X_train[idx], self.y_train[idx]
        return X, y
