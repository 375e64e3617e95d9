# lesson 3: a dataclass with its checks in __post_init__
from dataclasses import dataclass


@dataclass(eq=False, repr=False)
class DataGenerator(tf.keras.utils.Sequence):
    data: object
    labels: object
    batch_size: int = 32

    def __post_init__(self):
        super().__init__()
        if len(self.data) != len(self.labels):
            raise ValueError(f"lengths {len(self.data)} and {len(self.labels)} differ")

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if not 0 <= index < len(self):
            raise IndexError(f"batch {index} is out of range, len is {len(self)}")
        start = index * self.batch_size
        try:
            pair = tuple(np.asarray(a[start:start + self.batch_size]) for a in (self.data, self.labels))
        except Exception as error:
            raise RuntimeError(f"batch {index} failed: {error!r}") from error
        if not all(p.dtype.kind in "biufc" for p in pair):
            raise TypeError(f"batch {index} failed: dtypes {[str(p.dtype) for p in pair]}")
        return pair
