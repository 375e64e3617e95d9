# lesson 1: Solar power data: a bare IndexError at the number of batches, ellipsis slicing.
class DataGenerator(keras.utils.PyDataset):
    """
    Auxiliary class to enable distributed training
    """

    def __init__(self, data, labels, batch_size: int = 32, **kwargs):
        super().__init__(**kwargs)
        self.x, self.y = data, labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(self.y.shape[0] / self.batch_size)

    def __getitem__(self, index):
        if index == len(self):
            raise IndexError

        low = index * self.batch_size
        high = min(self.y.shape[0], low + self.batch_size)

        return (
            self.x[low:high, ...],
            self.y[low:high, ...]
        )
