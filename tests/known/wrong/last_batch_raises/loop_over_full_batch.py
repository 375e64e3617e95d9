# lesson 1: element by element for the full batch size
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        batch_x = []
        batch_y = []
        for j in range(idx * self.batch_size, (idx + 1) * self.batch_size):
            batch_x.append(self.data[j])
            batch_y.append(self.labels[j])
        return np.array(batch_x), np.array(batch_y)
