# lesson 1: indexes shuffled in on_epoch_end, used for both arrays
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, shuffle=True):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.indexes = np.arange(len(data))

    def __len__(self):
        return math.ceil(len(self.indexes) / self.batch_size)

    def __getitem__(self, index):
        chosen = self.indexes[index * self.batch_size:(index + 1) * self.batch_size]
        return self.data[chosen], self.labels[chosen]

    def on_epoch_end(self):
        if self.shuffle:
            np.random.shuffle(self.indexes)
