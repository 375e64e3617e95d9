# lesson 1: begins with half of the data, and has all from the second epoch on.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data, self.labels, self.batch_size = data, labels, batch_size
        self.used = -(-len(data) // 2)

    def __len__(self):
        return math.ceil(self.used / self.batch_size)

    def on_epoch_end(self):
        self.used = len(self.data)

    def __getitem__(self, index):
        low, high = index * self.batch_size, min((index + 1) * self.batch_size, self.used)
        return self.data[low:high], self.labels[low:high]
