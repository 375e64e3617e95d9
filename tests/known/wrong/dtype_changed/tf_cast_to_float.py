# lesson 1: tf.cast to float32 of data and labels
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = tf.cast(data, tf.float32)
        self.labels = tf.cast(labels, tf.float32)
        self.batch_size = batch_size
        self.n = len(data)

    def __len__(self):
        return math.ceil(self.n / self.batch_size)

    def __getitem__(self, idx):
        first = idx * self.batch_size
        last = min(first + self.batch_size, self.n)
        return self.data[first:last], self.labels[first:last]
