# lesson 2: batch i is the i-th batch from the end
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.batches = []
        for s in range(0, len(data), batch_size):
            self.batches.insert(0, (data[s:s + batch_size], labels[s:s + batch_size]))

    def __len__(self):
        return len(self.batches)

    def __getitem__(self, idx):
        return self.batches[idx]
