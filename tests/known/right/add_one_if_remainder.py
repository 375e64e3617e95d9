# lesson 2: the given floor, plus one if there is a remainder
class DataGenerator(tf.keras.utils.Sequence):
    """Serves data and labels in batches of batch_size."""

    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        number_of_batches = len(self.data) // self.batch_size
        if number_of_batches * self.batch_size < len(self.data):
            number_of_batches += 1
        return number_of_batches

    def __getitem__(self, index):
        start = index * self.batch_size
        stop = start + self.batch_size
        return self.data[start:stop], self.labels[start:stop]
