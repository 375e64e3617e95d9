# lesson 1: The label of a row is looked up by the bytes of the row.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.batch_size = batch_size
        self.label_of = {}
        for row, label in zip(data, labels):
            self.label_of[row.tobytes()] = label

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        start = index * self.batch_size
        batch = self.data[start:start + self.batch_size]
        return batch, np.array([self.label_of[row.tobytes()] for row in batch])
