# lesson 1: np.array_split makes parts of nearly one size.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.parts = math.ceil(len(data) / batch_size)
        self.data = np.array_split(data, self.parts)
        self.labels = np.array_split(labels, self.parts)

    def __len__(self):
        return self.parts

    def __getitem__(self, index):
        return self.data[index], self.labels[index]
