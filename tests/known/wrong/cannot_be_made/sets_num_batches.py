# lesson 1: sets num_batches, which is a read-only property
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.num_batches = math.ceil(len(data) / batch_size)

    def __len__(self):
        return self.num_batches

    def __getitem__(self, idx):
        begin = idx * self.batch_size
        return self.data[begin:begin + self.batch_size], self.labels[begin:begin + self.batch_size]
