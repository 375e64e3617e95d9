# lesson 1: a list of slice objects made in the constructor
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.slices = [slice(s, s + batch_size) for s in range(0, len(labels), batch_size)]

    def __len__(self):
        return len(self.slices)

    def __getitem__(self, idx):
        where = self.slices[idx]
        return self.data[where], self.labels[where]
