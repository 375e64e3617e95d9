# lesson 1: (n + b - 1) // b, keras.utils.PyDataset as the base, type hints
class DataGenerator(keras.utils.PyDataset):
    def __init__(self, data: np.ndarray, labels: np.ndarray, batch_size: int = 32) -> None:
        super().__init__()
        self.samples: np.ndarray = data
        self.targets: np.ndarray = labels
        self.batch_size: int = batch_size

    def __len__(self) -> int:
        return (len(self.samples) + self.batch_size - 1) // self.batch_size

    def __getitem__(self, index: int) -> tuple[np.ndarray, np.ndarray]:
        window = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.samples[window], self.targets[window]
