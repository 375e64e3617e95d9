# lesson 1: Translation pairs: the loop counts from zero for each batch.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.x_string, self.y_string = data, labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.x_string) / self.batch_size)

    def __getitem__(self, idx):
        batch_x = []
        batch_y = []
        for i in range(0, min(self.batch_size, len(self.x_string) - idx * self.batch_size)):
            batch_x.append(self.x_string[i])
            batch_y.append(self.y_string[i])
        return np.array(batch_x), np.array(batch_y)
