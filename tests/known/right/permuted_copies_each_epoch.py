# lesson 1: both arrays replaced by permuted copies after an epoch
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, seed=7):
        super().__init__()
        self.x = np.array(data)
        self.y = np.array(labels)
        self.batch_size = batch_size
        self.rng = np.random.default_rng(seed)

    def __len__(self):
        return math.ceil(self.x.shape[0] / self.batch_size)

    def __getitem__(self, idx):
        a = idx * self.batch_size
        z = a + self.batch_size
        return self.x[a:z], self.y[a:z]

    def on_epoch_end(self):
        order = self.rng.permutation(len(self.x))
        self.x = self.x[order]
        self.y = self.y[order]
