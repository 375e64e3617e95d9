# lesson 1: The ceil closes over the sample count, then the quotient is cut to int.
class DataGenerator(keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.X = data
        self.y = labels
        self.batch_size = batch_size
        self.indices = np.arange(data.shape[0])

    def __len__(self):
        return (np.ceil(len(self.X)) / float(self.batch_size)).astype(int)

    def __getitem__(self, idx):
        inds = self.indices[idx * self.batch_size:(idx + 1) * self.batch_size]
        batch_x = self.X[inds]
        batch_y = self.y[inds]
        x_data = []
        y_data = []
        for row in batch_x:
            x_data.append(row)
        for row in batch_y:
            y_data.append(row)
        return np.array(x_data), np.array(y_data)
