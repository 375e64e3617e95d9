# lesson 2: a dataclass without __eq__, super called in __post_init__
from dataclasses import dataclass
from typing import Any


@dataclass(eq=False)
class DataGenerator(tf.keras.utils.Sequence):
    data: Any
    labels: Any
    batch_size: int = 32

    def __post_init__(self):
        super().__init__()

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.data[rows], self.labels[rows]
