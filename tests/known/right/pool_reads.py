# lesson 3: a pool of threads reads the rows
import math, numpy as np, tensorflow as tf
from concurrent.futures import ThreadPoolExecutor

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, *, threads=2, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError("lengths")
        self.data, self.labels, self.batch_size, self.threads = data, labels, batch_size, threads

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        if not 0 <= idx < len(self):
            raise IndexError(f"index {idx}")
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        with ThreadPoolExecutor(self.threads) as pool:
            futures = [pool.submit(lambda d: np.asarray(d[s]), d) for d in (self.data, self.labels)]
        for future in futures:
            if (e := future.exception()) is not None:
                raise RuntimeError(f"index {idx}") from e
        x, y = (future.result() for future in futures)
        if x.dtype.kind not in "biufc":
            raise TypeError(f"index {idx}")
        return x, y
