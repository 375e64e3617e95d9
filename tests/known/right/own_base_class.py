# lesson 2: the length lives in an own base class
class Batched(tf.keras.utils.Sequence):
    def __init__(self, size, batch_size, **kwargs):
        super().__init__(**kwargs)
        self.size = size
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(self.size / self.batch_size)

    def bounds(self, idx):
        return idx * self.batch_size, min(self.size, (idx + 1) * self.batch_size)


class DataGenerator(Batched):
    def __init__(self, data, labels, batch_size=32):
        super().__init__(len(data), batch_size)
        self.data = data
        self.labels = labels

    def __getitem__(self, idx):
        a, b = self.bounds(idx)
        return self.data[a:b], self.labels[a:b]
