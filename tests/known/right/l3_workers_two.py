# lesson 3: workers=2 and type hints
class DataGenerator(keras.utils.PyDataset):
    def __init__(self, data, labels, batch_size: int = 32, **kwargs) -> None:
        kwargs.setdefault("workers", 2)
        super().__init__(**kwargs)
        if (n := len(data)) != (m := len(labels)):
            raise ValueError(f"{n} rows of data, {m} labels")
        self.data = data
        self.labels = labels
        self.batch_size: int = batch_size
        self.n: int = n

    def __len__(self) -> int:
        return math.ceil(self.n / self.batch_size)

    def __getitem__(self, index: int) -> tuple[np.ndarray, np.ndarray]:
        if not 0 <= index < len(self):
            raise IndexError(f"index={index}")
        first: int = index * self.batch_size
        last: int = min(first + self.batch_size, self.n)
        try:
            x = np.asarray(self.data[first:last])
            y = np.asarray(self.labels[first:last])
        except Exception as error:
            raise RuntimeError(f"index={index} rows={first}:{last}") from error
        if {x.dtype.kind, y.dtype.kind} - set("biufc"):
            raise TypeError(f"index={index} dtypes={x.dtype},{y.dtype}")
        return x, y
