# lesson 1: __iter__ and __next__ in place of __getitem__.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data, self.labels, self.batch_size = data, labels, batch_size
        self.next_batch = 0

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __iter__(self):
        self.next_batch = 0
        return self

    def __next__(self):
        if self.next_batch == len(self):
            raise StopIteration
        low = self.next_batch * self.batch_size
        self.next_batch += 1
        return self.data[low:low + self.batch_size], self.labels[low:low + self.batch_size]
