# lesson 1: a dataclass without super().__init__ and with eq=False so that it stays hashable
from dataclasses import dataclass

@dataclass(eq=False)
class DataGenerator(tf.keras.utils.Sequence):
    data: np.ndarray
    labels: np.ndarray
    batch_size: int = 32

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.data[rows], self.labels[rows]
