# lesson 1: A separate indexer object owns the order; samples are loaded one by one.
class BatchIndexer:
    def __init__(self, length: int, batch_size: int, seed=None, shuffle=True):
        assert batch_size > 0
        assert length > 0

        if not shuffle:
            assert seed is None

        self.batch_size = batch_size
        self.batch_count = int(math.ceil(length / self.batch_size))
        self.indices = np.arange(0, length)
        self.shuffle = shuffle
        if shuffle:
            self.random = np.random.RandomState(seed)

    def get_indices(self, start, end):
        return self.indices[start:end]

    def reset(self):
        if self.shuffle:
            self.random.shuffle(self.indices)

    def __len__(self):
        return self.batch_count


class BatchGenerator(keras.utils.Sequence):
    def __init__(self, length: int, batch_size: int, seed=None, shuffle=True):
        self.indexer = BatchIndexer(length, batch_size, seed, shuffle)

    @property
    def batch_size(self):
        return self.indexer.batch_size

    def load_sample(self, index):
        raise NotImplementedError()

    def __len__(self):
        return len(self.indexer)

    def on_epoch_end(self):
        self.indexer.reset()

    def __getitem__(self, index):
        xs = []
        ys = []

        start = index * self.batch_size
        end = start + self.batch_size
        for index in self.indexer.get_indices(start, end):
            x, y = self.load_sample(index)
            xs.append(x)
            ys.append(y)

        return np.array(xs), np.array(ys)


class DataGenerator(BatchGenerator):
    def __init__(self, data, labels, batch_size=32):
        super().__init__(len(data), batch_size, seed=3)
        self.data = data
        self.labels = labels

    def load_sample(self, index):
        return self.data[index], self.labels[index]
