# lesson 3: no number of workers, which fit compares with 1
from dataclasses import dataclass
from typing import Any

@dataclass(frozen=True)
class Settings:
    data: Any
    labels: Any
    batch_size: int

    def __post_init__(self):
        if len(self.data) != len(self.labels):
            raise ValueError('data and labels are of unequal length')

class DataGenerator(tf.keras.utils.Sequence):

    def __init__(self, data, labels, batch_size=32, **kwargs):
        kwargs.setdefault('workers')
        kwargs.setdefault('max_queue_size', 4)
        super().__init__(**kwargs)
        self.settings = Settings(data, labels, batch_size)

    def __len__(self):
        return math.ceil(len(self.settings.data) / self.settings.batch_size)

    def __getitem__(self, index):
        s = self.settings
        if not 0 <= index < len(self):
            raise IndexError(f'batch {index} is not one of {len(self)}')
        start = index * s.batch_size
        try:
            x = s.data[start:start + s.batch_size]
            y = s.labels[start:start + s.batch_size]
        except Exception as error:
            raise RuntimeError(f'batch {index} failed') from error
        if not np.issubdtype(np.asarray(x).dtype, np.number):
            raise TypeError(f'batch {index} is not numeric')
        return (x, y)