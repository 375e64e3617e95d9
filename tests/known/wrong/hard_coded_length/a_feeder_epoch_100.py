# lesson 1: Image feeder with a class constant for the number of steps.
class DataGenerator(keras.utils.Sequence):

    EPOCH_SIZE = 100

    def __init__(self, data, labels, batch_size: int = 32):
        self.batch_size = batch_size
        self.X_epoch = data
        self.Y_epoch = labels

    def __len__(self):
        # return int(np.ceil(len(self.X_epoch) / float(self.batch_size)))
        return DataGenerator.EPOCH_SIZE

    def __getitem__(self, idx):
        batch_start = idx * self.batch_size
        batch_end = min((idx + 1) * self.batch_size, len(self.X_epoch))
        return self.X_epoch[batch_start:batch_end], self.Y_epoch[batch_start:batch_end]
