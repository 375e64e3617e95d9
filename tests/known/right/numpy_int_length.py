# lesson 2: np.ceil(...).astype(int): __len__ gives np.int64, of which len() makes an int
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return np.ceil(self.data.shape[0] / self.batch_size).astype(int)

    def __getitem__(self, index):
        start = index * self.batch_size
        stop = start + self.batch_size
        return self.data[start:stop, ...], self.labels[start:stop, ...]
