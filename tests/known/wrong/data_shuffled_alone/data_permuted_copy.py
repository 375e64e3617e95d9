# lesson 2: the data are replaced by a permuted copy after each epoch
class DataGenerator(keras.utils.PyDataset):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.x = data
        self.y = labels
        self.bs = batch_size
        self.rng = np.random.default_rng(3)

    def __len__(self):
        return -(-len(self.x) // self.bs)

    def __getitem__(self, i):
        return self.x[i * self.bs:(i + 1) * self.bs], self.y[i * self.bs:(i + 1) * self.bs]

    def on_epoch_end(self):
        self.x = self.rng.permutation(self.x)
