# lesson 1: Genome windows shuffled through on_epoch_end from the start.
class DataGenerator(tf.keras.utils.Sequence):
    '''For loading into model while training - saves memory, shuffles batches.'''
    def __init__(self, data, labels, batch_size=32, shuffle=True, rev_comp=False):
        self.revcomp = rev_comp
        self.X = data
        self.y = labels
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.on_epoch_end()

    def __len__(self):
        return int(np.ceil(len(self.X) / self.batch_size))

    def __getitem__(self, index):
        indexes = self.indexes[index * self.batch_size : (index + 1) * self.batch_size]
        X = self.X[indexes]
        y = self.y[indexes]
        X, y = self.conditional_rev_comp(X, y)
        return X, y

    def on_epoch_end(self):
        self.indexes = np.arange(len(self.X))
        if self.shuffle == True:
            np.random.shuffle(self.indexes)

    def conditional_rev_comp(self, X, y):
        if self.revcomp is True:
            X = np.flip(X, axis=1)
        return X, y
