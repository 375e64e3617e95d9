# lesson 1: tf.convert_to_tensor on each slice
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        first = idx * self.batch_size
        last = first + self.batch_size
        batch = tf.convert_to_tensor(self.data[first:last])
        target = tf.convert_to_tensor(self.labels[first:last])
        return batch, target
