# lesson 3: a NamedTuple class as the batch, IndexError through a match statement
from typing import NamedTuple


class Batch(NamedTuple):
    x: np.ndarray
    y: np.ndarray


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        match (len(data), len(labels)):
            case (n, m) if n != m:
                raise ValueError(f"{n} samples but {m} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        match index:
            case i if i < 0:
                raise IndexError(f"negative index {index} is not allowed")
            case i if i >= len(self):
                raise IndexError(f"index {index} is past the end ({len(self)})")
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        try:
            batch = Batch(np.asarray(self.data[rows]), np.asarray(self.labels[rows]))
        except Exception as error:
            raise RuntimeError(f"cannot read batch {index}") from error
        for field, values in batch._asdict().items():
            if values.dtype.kind not in "biufc":
                raise TypeError(f"{field} of batch {index} is not numeric")
        return batch
