# lesson 1: The item method is a generator that loops over all the data.
class DataGenerator(keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.X, self.Y = data, labels
        self.batch_size = batch_size

    def __len__(self):
        return int(np.ceil(len(self.X) / float(self.batch_size)))

    def __getitem__(self, idx):
        while True:
            batch_x = []
            batch_y = []
            for i in range(len(self.X)):
                batch_x.append(self.X[i])
                batch_y.append(self.Y[i])
                if len(batch_x) == self.batch_size:
                    yield np.array(batch_x), np.array(batch_y)
                    batch_x = []
                    batch_y = []
