# lesson 1: a copy of the labels is shuffled after each epoch
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = np.array(labels)
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        return self.data[s], self.labels[s]

    def on_epoch_end(self):
        np.random.shuffle(self.labels)
