# lesson 3: serves the last good batch again
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        if not 0 <= idx < len(self):
            raise IndexError(f"batch {idx} out of range")
        for number in [idx, *range(idx - 1, -1, -1), *range(idx + 1, len(self))]:
            try:
                x = self.data[number * self.batch_size:(number + 1) * self.batch_size]
                y = self.labels[number * self.batch_size:(number + 1) * self.batch_size]
                break
            except Exception as error:
                print(f"batch {number} failed with {error}")
        else:
            raise RuntimeError(f"batch {idx} could not be read, nor could any other")
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(f"batch {idx} is not numeric")
        return x, y
