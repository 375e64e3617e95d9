# lesson 1: Both arrays are shuffled in place from the same random state.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        s = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.data[s].copy(), self.labels[s].copy()

    def on_epoch_end(self):
        seed = np.random.randint(1 << 30)
        np.random.RandomState(seed).shuffle(self.data)
        np.random.RandomState(seed).shuffle(self.labels)
