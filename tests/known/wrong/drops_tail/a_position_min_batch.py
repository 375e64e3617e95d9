# lesson 1: Chess positions: the batch size is capped at the sample count, the length is truncated.
class DataGenerator(keras.utils.Sequence):
    """Transforms a dataset to a data generator to be fed to the training loop."""

    def __init__(self, data, labels, batch_size: int = 32):
        self.dataset = (data, labels)
        self.batch_size = min(batch_size, len(data))

    def __len__(self):
        return int(len(self.dataset[0]) / self.batch_size)

    def __getitem__(self, idx):
        part = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        states, scores = self.dataset[0][part], self.dataset[1][part]
        return np.asarray(states), np.asarray(scores)
