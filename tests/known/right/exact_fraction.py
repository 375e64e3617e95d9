# lesson 2: math.ceil of a Fraction, exact for any n and b
from fractions import Fraction

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self._length = math.ceil(Fraction(len(data), int(batch_size)))

    def __len__(self):
        return self._length

    def __getitem__(self, index):
        start = index * self.batch_size
        stop = start + self.batch_size
        return self.data[start:stop], self.labels[start:stop]
