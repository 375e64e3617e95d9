# lesson 3: operator.index takes any integer, and a match statement decides
import operator

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        match (len(data), len(labels)):
            case (n, m) if n != m:
                raise ValueError(f"{n} samples for {m} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        i = operator.index(index)
        if i not in range(len(self)):
            raise IndexError(f"batch {i} not in range({len(self)})")
        begin = i * self.batch_size
        end = begin + self.batch_size
        try:
            x, y = self.data[begin:end], self.labels[begin:end]
        except Exception as problem:
            raise RuntimeError(f"batch {i} (samples {begin} to {end - 1}): {problem}") from problem
        match np.asarray(x).dtype.kind:
            case "i" | "u" | "f" | "c" | "b":
                return x, y
            case kind:
                raise TypeError(f"batch {i} is of kind {kind!r}, not numeric")
