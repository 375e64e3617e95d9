# lesson 1: the floor sits in an own base class
class BaseGenerator(keras.utils.PyDataset):
    def __init__(self, total: int, batch_size: int, **kwargs):
        super().__init__(**kwargs)
        self.total = total
        self.batch_size = batch_size

    def __len__(self) -> int:
        batches, _ = divmod(self.total, self.batch_size)
        return batches

    def window(self, idx: int) -> slice:
        return slice(idx * self.batch_size, min(self.total, (idx + 1) * self.batch_size))


class DataGenerator(BaseGenerator):
    def __init__(self, data, labels, batch_size=32):
        super().__init__(len(data), batch_size)
        self.data, self.labels = data, labels

    def __getitem__(self, idx):
        w = self.window(idx)
        return self.data[w], self.labels[w]
