# lesson 1: Clinical ECG sequence: shuffled indices, both batches forced to float32.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, shuffle=True):
        self.X_data = data
        self.Y_data = labels
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.indices = np.arange(len(self.X_data))
        self.on_epoch_end()

    def __len__(self):
        return int(np.ceil(len(self.X_data) / self.batch_size))

    def on_epoch_end(self):
        if self.shuffle:
            np.random.shuffle(self.indices)

    def __getitem__(self, idx):
        batch_indices = self.indices[idx * self.batch_size:(idx + 1) * self.batch_size]
        batch_x = np.array(self.X_data[batch_indices], dtype=np.float32)
        batch_y = np.array(self.Y_data[batch_indices], dtype=np.float32)
        return batch_x, batch_y
