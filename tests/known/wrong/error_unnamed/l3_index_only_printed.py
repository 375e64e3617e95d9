# lesson 3: the number is printed and the bare error raised again
class DataGenerator(keras.utils.PyDataset):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} is not {len(labels)}")
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if not 0 <= index < len(self):
            raise IndexError(f"index {index}")
        try:
            x = self.data[index * self.batch_size:(index + 1) * self.batch_size]
            y = self.labels[index * self.batch_size:(index + 1) * self.batch_size]
        except Exception:
            print(f"Failed at batch {index}")
            raise
        for part in (x, y):
            if np.asarray(part).dtype.kind not in "biufc":
                raise TypeError(f"batch {index} is not numeric")
        return x, y
