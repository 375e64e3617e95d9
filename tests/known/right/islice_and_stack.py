# lesson 1: itertools.islice over the rows, then np.stack
from itertools import islice

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        start, stop = index * self.batch_size, (index + 1) * self.batch_size
        x = np.stack(list(islice(self.data, start, stop)))
        y = np.stack(list(islice(self.labels, start, stop)))
        return x, y
