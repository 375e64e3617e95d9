# lesson 1: All batches are cut once with np.split.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        cuts = np.arange(batch_size, len(data), batch_size)
        self.parts = list(zip(np.split(data, cuts), np.split(labels, cuts)))

    def __len__(self):
        return len(self.parts)

    def __getitem__(self, index):
        return self.parts[index]
