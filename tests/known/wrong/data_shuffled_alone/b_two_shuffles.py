# lesson 1: Two copies are shuffled one after the other.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.x = data.copy()
        self.y = labels.copy()
        self.b = batch_size

    def __len__(self):
        return (len(self.x) + self.b - 1) // self.b

    def __getitem__(self, i):
        return self.x[i * self.b:(i + 1) * self.b], self.y[i * self.b:(i + 1) * self.b]

    def on_epoch_end(self):
        np.random.shuffle(self.x)
        np.random.shuffle(self.y)
