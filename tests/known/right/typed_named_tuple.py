# lesson 1: heavy typing, and the batch is a NamedTuple (which is a tuple)
from typing import Any, NamedTuple
import numpy.typing as npt

class Batch(NamedTuple):
    x: npt.NDArray[Any]
    y: npt.NDArray[Any]

class DataGenerator(tf.keras.utils.Sequence):
    data: npt.NDArray[Any]
    labels: npt.NDArray[Any]
    batch_size: int

    def __init__(self, data: npt.NDArray[Any], labels: npt.NDArray[Any],
                 batch_size: int = 32, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self) -> int:
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index: int) -> Batch:
        start: int = index * self.batch_size
        stop: int = start + self.batch_size
        return Batch(x=self.data[start:stop], y=self.labels[start:stop])
