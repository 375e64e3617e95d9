# lesson 1: functools.lru_cache per object, cleared whenever on_epoch_end permutes
import functools

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.order = np.arange(len(data))
        self._load = functools.lru_cache(maxsize=8)(self._load_now)

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def _load_now(self, index):
        rows = self.order[index * self.batch_size:(index + 1) * self.batch_size]
        return self.data[rows], self.labels[rows]

    def __getitem__(self, index):
        return self._load(int(index))

    def on_epoch_end(self):
        self.order = np.random.permutation(len(self.data))
        self._load.cache_clear()
