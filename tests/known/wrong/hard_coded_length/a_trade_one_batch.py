# lesson 1: Trade data: the index array is cut to one batch in the constructor.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.indices = np.arange(len(data))
        self.indices = self.indices[:batch_size]

    def __len__(self):
        return int(np.ceil(len(self.indices) / self.batch_size))

    def __getitem__(self, item):
        batch_indices = self.indices[item * self.batch_size: (item+1) * self.batch_size]
        batch_data = [self.data[i] for i in batch_indices]
        batch_labels = [self.labels[i] for i in batch_indices]
        return np.array(batch_data), np.array(batch_labels)
