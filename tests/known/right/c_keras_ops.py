# lesson 1: Tensors through keras.ops with the dtype given by name.
class DataGenerator(keras.utils.PyDataset):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        start = index * self.batch_size
        batch = []
        for source in (self.data, self.labels):
            part = source[start:start + self.batch_size]
            batch.append(keras.ops.convert_to_tensor(part, dtype=part.dtype.name))
        return tuple(batch)
