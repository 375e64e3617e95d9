# lesson 1: Row indexes kept in an array, length from a stored count.
class DataGenerator(keras.utils.PyDataset):
    # References:
    # - https://keras.io/api/utils/python_utils/#pydataset-class

    def __init__(
        self,
        data: np.ndarray,
        labels: np.ndarray,
        batch_size: int = 32,
        *,
        shuffle: bool = False,
        **kwargs
    ):
        super().__init__(**kwargs)
        self.batch_size = batch_size
        self.x = data
        self.y = labels
        self.datalen = len(data)
        self.indexes = np.arange(self.datalen)
        if shuffle:
            np.random.shuffle(self.indexes)

    def __getitem__(self, index):
        batch_indexes = self.indexes[index * self.batch_size:(index + 1) * self.batch_size]
        x_batch = self.x[batch_indexes]
        y_batch = self.y[batch_indexes]
        return x_batch, y_batch

    def __len__(self):
        return math.ceil(self.datalen / self.batch_size)
