# lesson 1: debug prints left in every method
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        print("making a generator with", len(data), "samples")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        n = math.ceil(len(self.data) / self.batch_size)
        print(f"number of batches: {n}")
        return n

    def __getitem__(self, idx):
        x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
        y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        print(f"batch {idx}: {x.shape} {y.shape}")
        return x, y

    def on_epoch_end(self):
        print("epoch done")
