# lesson 2: rounds n up to a multiple of b first ((n + -n % b) // b), shuffle of rows after each epoch
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.rows = list(range(len(data)))

    def __len__(self):
        n = len(self.rows)
        return (n + -n % self.batch_size) // self.batch_size

    def __getitem__(self, index):
        rows = self.rows[index * self.batch_size:(index + 1) * self.batch_size]
        return np.take(self.data, rows, axis=0), np.take(self.labels, rows, axis=0)

    def on_epoch_end(self):
        import random
        rows = self.rows.copy()
        random.shuffle(rows)
        self.rows = rows
