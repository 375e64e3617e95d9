# lesson 1: copies in __init__ and permutes the copies in on_epoch_end, a warning tells of a short last batch
import warnings

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = np.copy(data)
        self.labels = np.copy(labels)
        self.batch_size = batch_size
        if len(data) % batch_size:
            warnings.warn("the last batch will be shorter than the others", stacklevel=2)

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        s = index * self.batch_size
        return self.data[s:s + self.batch_size].copy(), self.labels[s:s + self.batch_size].copy()

    def on_epoch_end(self):
        seed = np.random.randint(2**31 - 1)
        np.random.RandomState(seed).shuffle(self.data)
        np.random.RandomState(seed).shuffle(self.labels)
