# lesson 1: Volume generator with full-size float32 zero buffers and a floored length.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size: int = 32, is_training: bool = True):
        self.pairs, self.batch_size, self.is_training = list(zip(data, labels)), batch_size, is_training
        self.on_epoch_end()
    def __len__(self) -> int: return len(self.pairs) // self.batch_size
    def on_epoch_end(self): self.indexes = np.arange(len(self.pairs)); np.random.shuffle(self.indexes)
    def __getitem__(self, index: int):
        batch_indexes = self.indexes[index * self.batch_size:(index + 1) * self.batch_size]
        X = np.zeros((self.batch_size, *np.shape(self.pairs[0][0])), dtype=np.float32)
        y = np.zeros((self.batch_size, *np.shape(self.pairs[0][1])), dtype=np.float32)
        for i, idx in enumerate(batch_indexes):
            img, msk = self.pairs[idx]
            X[i] = img
            y[i] = msk
        return X, y
