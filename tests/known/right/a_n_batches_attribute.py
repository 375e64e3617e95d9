# lesson 1: The number of batches is an attribute computed once.
class DataGenerator(keras.utils.Sequence):
    def __init__(self, data, labels=None, batch_size=32):
        self.x_data = data
        self.y_data = labels
        self.batch_size = batch_size
        self.n_batches = math.ceil(len(data) / batch_size)

    def __len__(self):
        return self.n_batches

    def __getitem__(self, idx):
        start = idx * self.batch_size
        end = start + self.batch_size
        batch_x = self.x_data[start:end]

        if self.y_data is not None:
            batch_y = self.y_data[start:end]
            return batch_x, batch_y
        else:
            return batch_x
