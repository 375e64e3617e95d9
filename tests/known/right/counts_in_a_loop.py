# lesson 2: counts batches in a while loop until no sample is left
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        number_of_batches = 0
        samples_left = len(self.data)
        while samples_left > 0:
            number_of_batches += 1
            samples_left -= self.batch_size
        return number_of_batches

    def __getitem__(self, index):
        start = index * self.batch_size
        stop = start + self.batch_size
        return self.data[start:stop], self.labels[start:stop]
