# lesson 2: (n - 1) // b + 1, the number of the last batch plus one
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        last_sample = len(self.data) - 1
        last_batch = last_sample // self.batch_size
        return last_batch + 1

    def __getitem__(self, index):
        start = index * self.batch_size
        stop = start + self.batch_size
        return self.data[start:stop], self.labels[start:stop]
