# lesson 1: An abstract base class does the arithmetic, a mixin reads.
import abc

class Blocks(abc.ABC):
    @abc.abstractmethod
    def bounds(self, index):
        ...

    def __getitem__(self, index):
        low, high = self.bounds(index)
        return self.read(low, high)


class ArrayReader:
    def read(self, low, high):
        return self.data[low:high], self.labels[low:high]


class DataGenerator(Blocks, ArrayReader, tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def bounds(self, index):
        low = index * self.batch_size
        return low, min(low + self.batch_size, len(self.data))

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)
