# lesson 1: Library loader that wraps a dataset object and hands it a slice capped with min.
class TransformedPairs:
    def __init__(self, pairs, x_transforms=None):
        self.pairs = pairs
        self.x_transforms = x_transforms or []

    def __len__(self):
        return len(self.pairs[0])

    def __getitem__(self, rows):
        x, y = self.pairs[0][rows], self.pairs[1][rows]
        for transform in self.x_transforms:
            x = transform(x)
        return x, y


class DataGenerator(keras.utils.PyDataset):

    def __init__(self, data, labels, batch_size=32, x_transforms=None, **kwargs):
        super().__init__(**kwargs)
        self.dataset = (data, labels)
        self._dataset = TransformedPairs(self.dataset, x_transforms=x_transforms)
        self.batch_size = batch_size

    def __getitem__(self, idx):
        batch_size = self.batch_size
        dataset = self._dataset
        data_indices = slice(idx*batch_size, min((idx+1)*batch_size, len(dataset)))
        x, y = dataset[data_indices]
        return x, y

    def __len__(self):
        return math.ceil(len(self._dataset) / self.batch_size)
